import { z } from 'zod';
import { CHANNEL_KINDS, type ChannelTestView, LOCALES, type NoticeChannelView } from '../../contract/index.js';
import { list, view } from '../../platform/openapi/index.js';

export const NoticeChannelSchema = view(
  'NoticeChannel',
  z.object({
    id: z.uuid(),
    kind: z.enum(CHANNEL_KINDS),
    name: z.string(),
    teamId: z.uuid().optional(),
    locale: z.enum(LOCALES),
    enabled: z.boolean(),
    addressHint: z.string(),
    hasSecret: z.boolean(),
    version: z.int(),
    last: z
      .object({ state: z.enum(['queued', 'sent', 'failed']), answer: z.string(), at: z.iso.datetime() })
      .optional(),
  }) satisfies z.ZodType<NoticeChannelView>,
);
export const NoticeChannelList = list(NoticeChannelSchema);

export const ChannelTestSchema = view(
  'ChannelTest',
  z.object({ ok: z.boolean(), answer: z.string() }) satisfies z.ZodType<ChannelTestView>,
);
