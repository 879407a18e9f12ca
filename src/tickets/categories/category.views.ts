import { z } from 'zod';
import {
  CATEGORIES,
  type CaseDetailView,
  type CategorySettingsView,
  type CategoryView,
  CURRENCIES,
  FIELD_FORMATS,
  FIELD_TYPES,
  type FieldFormat,
  type FormFieldView,
  type FormVersionView,
  NATURES,
  PRIORITIES,
  REQUIRED_AT,
  type SubCategorySettingsView,
  type SubCategoryView,
} from '../../contract/index.js';
import { LocalizedTextSchema } from '../../people/index.js';
import { list, view } from '../../platform/openapi/index.js';

export const FORMATS = Object.keys(FIELD_FORMATS) as [FieldFormat, ...FieldFormat[]];
const archived = z.literal(true).optional();

const options = z.array(z.object({ value: z.string(), label: LocalizedTextSchema, archived })).optional();
const currency = z.enum(CURRENCIES).optional();

const FormField = view(
  'FormField',
  z.object({
    key: z.string(),
    label: LocalizedTextSchema,
    type: z.enum(FIELD_TYPES),
    requiredAt: z.enum(REQUIRED_AT).optional(),
    customerVisible: z.boolean(),
    showWhen: z.object({ field: z.string(), is: z.array(z.string()) }).optional(),
    options,
    maxLength: z.int().optional(),
    format: z.enum(FORMATS).optional(),
    currency,
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
  formVersion: z.int(),
  checklist: z.array(z.object({ key: z.string(), label: LocalizedTextSchema, archived })),
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

export const FormVersions = list(
  view(
    'FormVersion',
    z.object({
      version: z.int(),
      form: z.array(FormField),
      at: z.iso.datetime(),
      by: z.string().optional(),
    }) satisfies z.ZodType<FormVersionView>,
  ),
);

export const CaseDetail = view(
  'CaseDetail',
  z.object({
    key: z.string(),
    label: LocalizedTextSchema,
    type: z.enum(FIELD_TYPES),
    options,
    currency,
    value: z.string(),
  }) satisfies z.ZodType<CaseDetailView>,
);
