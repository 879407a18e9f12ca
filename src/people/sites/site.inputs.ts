import { z } from 'zod';
import { LAUNCHER_POSITIONS, LOCALES, type OriginProblem, readOrigin } from '../../contract/index.js';
import { bothLanguages, dto, id, text, version } from '../../platform/http/index.js';

const WHY_NOT: Record<OriginProblem, string> = {
  wildcard: 'a wildcard would let in pages of strangers; name each origin',
  not_an_origin: 'is not an origin such as https://shop.example',
  has_path: 'must end after the host: no path, query or fragment',
  not_https: 'must be https; http is for localhost alone',
};

const origin = text(300)
  .superRefine((typed, context) => {
    const read = readOrigin(typed);
    if ('problem' in read) context.addIssue({ code: 'custom', message: WHY_NOT[read.problem] });
  })
  .overwrite((typed) => {
    const read = readOrigin(typed);
    return 'origin' in read ? read.origin : typed;
  });

const settings = {
  name: text(80),
  allowedOrigins: z
    .array(origin)
    .max(50)
    .overwrite((origins) => [...new Set(origins)]),
  contextUrl: text(500).optional(),
  greeting: bothLanguages(300),
  hours: bothLanguages(120),
  phone: text(40).optional(),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, { error: 'write a colour like #0f766e' })
    .overwrite((color) => color.toLowerCase()),
  position: z.enum(LAUNCHER_POSITIONS),
  locale: z.enum(LOCALES).optional(),
  enabled: z.boolean(),
};

/** Days for which a secret that is replaced may go on. */
const OVERLAP_HOURS = 30 * 24;
const hours = z.number().min(0).max(OVERLAP_HOURS);

export class NewSiteBody extends dto(
  z.object({
    key: z.string().regex(/^[a-z][a-z0-9_-]{1,39}$/, { error: 'write 2 to 40 small letters, digits, - or _' }),
    ...settings,
  }),
) {}

export class SiteBody extends dto(z.object({ version, ...settings })) {}

export class RotationBody extends dto(
  z.object({
    version,
    /** How long the secrets that are good now go on; 0: they end at once. */
    overlapHours: hours.default(24),
  }),
) {}

export class SecretEndBody extends dto(z.object({ version, inHours: hours })) {}

export class SiteParam extends dto(z.object({ id })) {}
export class SecretParam extends dto(z.object({ id, secretId: id })) {}
