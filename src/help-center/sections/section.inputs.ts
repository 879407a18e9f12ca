import { z } from 'zod';
import { ARTICLE_CATEGORIES, SECTION_LIMITS } from '../../contract/index.js';
import { dto, id, text, version } from '../../platform/http/index.js';
import { slugSchema } from '../articles/slug.js';

const { name, description } = SECTION_LIMITS;

/** A language in which nothing is written is left out. */
const written = (maximum: number) =>
  z
    .strictObject({ 'zh-CN': text(maximum, 0).optional(), en: text(maximum, 0).optional() })
    .transform((words) => Object.fromEntries(Object.entries(words).filter(([, value]) => value)));

const record = {
  slug: slugSchema,
  names: written(name).refine((names) => Object.keys(names).length > 0, { error: 'are missing in every language' }),
  descriptions: written(description),
};
const place = { category: z.enum(ARTICLE_CATEGORIES), parentId: id.nullable() };

export class SectionParam extends dto(z.object({ id })) {}
export class SectionVersion extends dto(z.object({ version: z.coerce.number().int().min(1) })) {}
export class NewSectionBody extends dto(z.strictObject({ ...place, ...record })) {}
export class SectionBody extends dto(z.strictObject({ version, ...record })) {}
/** `before`: the sibling before which it is to stand; null: the last of them. */
export class SectionPlaceBody extends dto(z.strictObject({ version, ...place, before: id.nullable() })) {}
