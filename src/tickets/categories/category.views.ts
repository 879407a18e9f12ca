import { z } from 'zod';
import {
  CATEGORIES,
  type CategorySettingsView,
  type CategoryView,
  FIELD_FORMATS,
  FIELD_TYPES,
  type FieldFormat,
  type FormFieldView,
  NATURES,
  PRIORITIES,
  type SubCategorySettingsView,
  type SubCategoryView,
} from '../../contract/index.js';
import { LocalizedTextSchema } from '../../people/index.js';
import { list, view } from '../../platform/openapi/index.js';

export const FORMATS = Object.keys(FIELD_FORMATS) as [FieldFormat, ...FieldFormat[]];
const archived = z.literal(true).optional();

const FormField = view(
  'FormField',
  z.object({
    key: z.string(),
    label: LocalizedTextSchema,
    type: z.enum(FIELD_TYPES),
    required: z.boolean(),
    options: z.array(z.object({ value: z.string(), label: LocalizedTextSchema, archived })).optional(),
    maxLength: z.int().optional(),
    format: z.enum(FORMATS).optional(),
    pattern: z.string().optional(),
    archived,
  }) satisfies z.ZodType<FormFieldView>,
);

const subCategory = {
  key: z.string(),
  name: LocalizedTextSchema,
  priority: z.enum(PRIORITIES),
  nature: z.enum(NATURES),
  teamKey: z.string(),
  form: z.array(FormField),
  archived,
};
const category = { key: z.enum(CATEGORIES), name: LocalizedTextSchema, topic: LocalizedTextSchema };

const SubCategory = view('SubCategory', z.object(subCategory) satisfies z.ZodType<SubCategoryView>);
const SubCategorySettings = view(
  'SubCategorySettings',
  z.object({ ...subCategory, version: z.int(), openTickets: z.int() }) satisfies z.ZodType<SubCategorySettingsView>,
);

export const CategoryList = list(
  view('Category', z.object({ ...category, subCategories: z.array(SubCategory) }) satisfies z.ZodType<CategoryView>),
);

export const CategorySettings = view(
  'CategorySettings',
  z.object({
    ...category,
    version: z.int(),
    subCategories: z.array(SubCategorySettings),
  }) satisfies z.ZodType<CategorySettingsView>,
);
export const CategorySettingsList = list(CategorySettings);
