import { z } from 'zod';
import {
  CATEGORIES,
  CURRENCIES,
  FIELD_TYPES,
  FORM_LIMITS,
  NATURES,
  PRIORITIES,
  REQUIRED_AT,
} from '../../contract/index.js';
import { bothLanguages, dto, text, version } from '../../platform/http/index.js';
import { FORMATS } from './category.views.js';

const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'write 1 to 40 small letters, digits or _, a letter first' });

const optionValue = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** Shapes only: what makes sense is said by `contract/form-definition.ts`, for editors and for us alike. */
const field = z.strictObject({
  key,
  label: bothLanguages(60),
  type: z.enum(FIELD_TYPES),
  requiredAt: z.enum(REQUIRED_AT).optional(),
  customerVisible: z.boolean(),
  showWhen: z.strictObject({ field: key, is: z.array(optionValue).max(FORM_LIMITS.options) }).optional(),
  maxLength: z.int().min(1).max(FORM_LIMITS.longTextLength).optional(),
  format: z.enum(FORMATS).optional(),
  currency: z.enum(CURRENCIES).optional(),
  options: z
    .array(z.strictObject({ value: optionValue, label: bothLanguages(60) }))
    .max(FORM_LIMITS.options)
    .optional(),
});

const settings = {
  name: bothLanguages(40),
  priority: z.enum(PRIORITIES),
  nature: z.enum(NATURES),
  teamKey: text(60),
  form: z.array(field).max(FORM_LIMITS.fields),
  checklist: z.array(z.strictObject({ key, label: bothLanguages(80) })).max(20),
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
