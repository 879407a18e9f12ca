import { z } from 'zod';
import { CATEGORIES, FIELD_TYPES, NATURES, PRIORITIES } from '../../contract/index.js';
import { bothLanguages, dto, text, version } from '../../platform/http/index.js';
import { FORMATS } from './category.views.js';

const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'write 1 to 40 small letters, digits or _, a letter first' });

const field = z.strictObject({
  key,
  label: bothLanguages(60),
  type: z.enum(FIELD_TYPES),
  required: z.boolean(),
  maxLength: z.int().min(1).max(1_000).optional(),
  format: z.enum(FORMATS).optional(),
  options: z
    .array(z.strictObject({ value: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/), label: bothLanguages(60) }))
    .max(40)
    .optional(),
});

const settings = {
  name: bothLanguages(40),
  priority: z.enum(PRIORITIES),
  nature: z.enum(NATURES),
  teamKey: text(60),
  form: z.array(field).max(20),
};

export class CategoryBody extends dto(z.object({ version, name: bothLanguages(20), topic: bothLanguages(30) })) {}
export class OrderBody extends dto(
  z.object({
    version,
    /** All that are not archived. */
    subCategories: z.array(key).max(200),
  }),
) {}
export class NewSubCategoryBody extends dto(z.object({ key, ...settings })) {}
export class SubCategoryBody extends dto(z.object({ version, ...settings })) {}
export class ArchivalBody extends dto(z.object({ version })) {}

export class CategoryParam extends dto(z.object({ category: z.enum(CATEGORIES) })) {}
export class SubCategoryParam extends dto(z.object({ key })) {}
