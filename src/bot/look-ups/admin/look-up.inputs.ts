import { z } from 'zod';
import {
  BOT_LOOK_UP_LIMITS,
  CATEGORIES,
  FIELD_FORMATS,
  type FieldFormat,
  LOCALES,
  OWN_LOOK_UPS,
} from '../../../contract/index.js';
import { bothLanguages, dto, id, text, version } from '../../../platform/http/index.js';

const LIMITS = BOT_LOOK_UP_LIMITS;
const words = z
  .array(text(LIMITS.word, LIMITS.wordMinimum))
  .max(LIMITS.words)
  .overwrite((list) => [...new Set(list)]);

/** Nobody writes a pattern of their own: a single bad one could hold up the whole desk. */
const input = z
  .strictObject({
    label: bothLanguages(LIMITS.label),
    format: z.enum(Object.keys(FIELD_FORMATS) as [FieldFormat, ...FieldFormat[]]),
    example: text(LIMITS.example),
  })
  .refine(({ format, example }) => new RegExp(FIELD_FORMATS[format]).test(example), {
    error: 'is not of this format',
    path: ['example'],
  });

const settings = {
  name: bothLanguages(LIMITS.name),
  category: z.enum(CATEGORIES),
  input: input.optional(),
  words: z
    .strictObject({ 'zh-CN': words, en: words })
    .refine((both) => LOCALES.some((locale) => both[locale].length > 0), {
      error: 'name at least one word that asks for it',
    }),
  url: text(500),
  enabled: z.boolean(),
};

const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,39}$/, { error: 'small letters, digits and underscores' })
  .refine((value) => !OWN_LOOK_UPS.some((own) => own === value), { error: 'is a look-up of the desk itself' });

export class NewBotLookUpBody extends dto(z.strictObject({ siteId: id, key, ...settings })) {}
export class BotLookUpBody extends dto(z.strictObject({ version, ...settings })) {}
export class BotLookUpParam extends dto(z.object({ id })) {}

/** As the host knows the customer. */
export class BotLookUpTrialBody extends dto(
  z.strictObject({
    customer: text(200),
    shop: text(200).optional(),
    input: text(100).optional(),
    locale: z.enum(LOCALES),
  }),
) {}
