/**
 * What a text field of a form may ask for, as anchored regular expressions that take linear time: nobody writes one of their own,
 * for a single bad one could hold up the whole desk.
 */
export const FIELD_FORMATS = {
  /** Numbers of orders, payouts and the like, as host sites print them. */
  identifier: '^[A-Za-z0-9_-]{4,40}$',
  four_digits: '^[0-9]{4}$',
  digits: '^[0-9]{1,40}$',
  phone: '^[+]?[0-9][0-9 -]{4,19}$',
  email: '^[^\\s@]{1,64}@[^\\s@]{1,190}$',
  web_address: '^https?://[^\\s]{1,490}$',
} as const;
export type FieldFormat = keyof typeof FIELD_FORMATS;

export const FIELD_TYPES = ['text', 'number', 'date', 'select'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];
