import { type CategoryView, FIELD_FORMATS } from '../../src/contract/index.js';
import { CATEGORY_PRESETS } from '../../src/tickets/index.js';

/** The categories of a new desk, as it shows them. */
export const PRESET_CATEGORIES: CategoryView[] = CATEGORY_PRESETS.map((category) => ({
  ...category,
  subCategories: category.subCategories.map((sub) => ({
    ...sub,
    formVersion: 1,
    form: sub.form.map((field) => ({ ...field, ...(field.format && { pattern: FIELD_FORMATS[field.format] }) })),
  })),
}));
