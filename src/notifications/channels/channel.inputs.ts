import { z } from 'zod';
import { CHANNEL_KINDS, LOCALES } from '../../contract/index.js';
import { dto, id, text, version } from '../../platform/http/index.js';

const settings = {
  name: text(80),
  teamId: id.optional(),
  locale: z.enum(LOCALES),
  enabled: z.boolean(),
};
const address = text(1_000);
const secret = text(200);

export class NewChannelBody extends dto(
  z.object({ kind: z.enum(CHANNEL_KINDS), ...settings, address, secret: secret.optional() }),
) {}

/** Left out, address and secret stay; a secret that is null goes. */
export class ChannelBody extends dto(
  z.object({ version, ...settings, address: address.optional(), secret: secret.nullable().optional() }),
) {}

export class ChannelParam extends dto(z.object({ id })) {}
export class ChannelVersion extends dto(z.object({ version: z.coerce.number().int().min(1) })) {}
