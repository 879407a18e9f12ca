import { z } from 'zod';
import { CATEGORIES, LIMITS, LOCALES } from '../../../contract/index.js';
import { dto, id } from '../../../platform/http/index.js';

/** Of a question that was begun elsewhere. */
export const QUESTION_LENGTH = 500;

/** What was not understood counts as not said: a link to the form always opens it. */
const lenient = <Value extends z.ZodType>(value: Value) => value.optional().catch(undefined);

export class NewCaseQuery extends dto(
  z.object({
    locale: lenient(z.enum(LOCALES)),
    category: lenient(z.enum(CATEGORIES)),
    sub: lenient(z.string().max(60)),
    site: lenient(z.string().max(60)),
    /** Their words so far. */
    q: lenient(z.string().max(QUESTION_LENGTH)),
  }),
) {}

export class OpenedParam extends dto(z.object({ number: z.string().min(1).max(60) })) {}
export class OpenedQuery extends dto(
  z.object({ locale: lenient(z.enum(LOCALES)), key: z.string().max(100).default('') }),
) {}

const typed = z.string().default('');

/** The fields of the page beside those of the sub-category's form, which are called `form.<key>`. */
export const DraftFields = z.object({
  locale: z.enum(LOCALES).default('zh-CN'),
  site: z.string().max(60).default(''),
  category: z.enum(CATEGORIES),
  sub: z.string().max(60).default(''),
  version: z.coerce.number().int().min(0).max(1_000_000_000).default(0),
  once: id,
  seal: z.string().max(200),
  seen: typed,
  website: typed,
  name: typed,
  phone: typed,
  email: typed,
  body: typed,
  attachment: z.preprocess(
    (given) => (given === undefined ? [] : [given].flat()),
    z.array(id).max(LIMITS.attachmentsPerMessage),
  ),
});
