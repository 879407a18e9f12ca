import { z } from 'zod';
import {
  CATEGORIES,
  type CannedReplyView,
  LOCALES,
  REPLY_VARIABLES,
  type ReplyVariablesView,
} from '../../contract/index.js';
import { LocalizedTextSchema } from '../../people/index.js';
import { list, view } from '../../platform/openapi/index.js';

export const CannedReplySchema = view(
  'CannedReply',
  z.object({
    id: z.uuid(),
    title: LocalizedTextSchema,
    body: LocalizedTextSchema,
    category: z.enum(CATEGORIES).optional(),
    teamId: z.uuid().optional(),
    pinyin: z.string(),
    initials: z.string(),
    uses: z.int(),
    archived: z.boolean(),
    version: z.int(),
  }) satisfies z.ZodType<CannedReplyView>,
);
export const CannedReplyList = list(CannedReplySchema);

export const ReplyVariablesSchema = view(
  'ReplyVariables',
  z.object({
    locale: z.enum(LOCALES),
    values: z.partialRecord(z.enum(REPLY_VARIABLES), z.string()),
  }) satisfies z.ZodType<ReplyVariablesView>,
);
