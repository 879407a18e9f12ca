import type { LocalizedText } from './enums.js';

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

/** What fits each, for who wrote something that does not. */
export const FORMAT_EXAMPLES: Readonly<Record<FieldFormat, string>> = {
  identifier: 'DD20261119001',
  four_digits: '0387',
  digits: '20261119',
  phone: '138 0013 8000',
  email: 'name@example.com',
  web_address: 'https://example.com/page',
};

export const FIELD_TYPES = [
  'text',
  'long_text',
  'number',
  'money',
  'date',
  'select',
  'multi_select',
  'checkbox',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** ISO 4217, all with two decimals. */
export const CURRENCIES = ['CNY', 'HKD', 'TWD', 'USD', 'EUR', 'GBP', 'SGD'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** `open`: whoever fills the form must say it; `resolve`: staff must know it before they call the case solved. */
export const REQUIRED_AT = ['open', 'resolve'] as const;
export type RequiredAt = (typeof REQUIRED_AT)[number];

export const FORM_LIMITS = {
  /** Fields that are asked; with those that are archived. */
  fields: 20,
  allFields: 60,
  options: 40,
  textLength: 1_000,
  longTextLength: 4_000,
  /** Where a field names no length of its own. */
  usualTextLength: 200,
  usualLongTextLength: 2_000,
} as const;

/** The field is asked only while one before it says one of these; a box says `yes` or `no`. */
export interface FieldCondition {
  field: string;
  is: string[];
}

interface FieldCommon {
  key: string;
  label: LocalizedText;
  type: FieldType;
  /** Left out: nobody has to say it. */
  requiredAt?: RequiredAt;
  /** Customers are asked for it, and see it with their case; otherwise it is among colleagues. */
  customerVisible: boolean;
  showWhen?: FieldCondition;
  /** Of a text or a long text. */
  maxLength?: number;
  /** Of a text. */
  format?: FieldFormat;
  /** Of an amount of money. */
  currency?: Currency;
}

/** A field as an administrator writes it. Its key and type are fixed once it is saved. */
export interface FormFieldSettings extends FieldCommon {
  /** Of a choice. */
  options?: { value: string; label: LocalizedText }[];
}

export interface FormFieldView extends FieldCommon {
  /** Archived ones cannot be chosen any more; cases that have them keep them. */
  options?: { value: string; label: LocalizedText; archived?: true }[];
  /** Of the format: a regular expression without backtracking traps, anchored. */
  pattern?: string;
  /** Not asked any more; cases that have a value keep it. */
  archived?: true;
}

/** Values by field key; several choices are separated by commas, a box says `yes` or `no`. */
export type FormValues = Record<string, string>;

/** What a customer sees of the form of their case; see `valueWords`. */
export interface CaseDetailView extends Pick<FormFieldView, 'key' | 'label' | 'type' | 'options' | 'currency'> {
  value: string;
}

export const isChoice = ({ type }: { type: FieldType }): boolean => type === 'select' || type === 'multi_select';

/** The choices that a value of this field names. */
export const choicesIn = (value: string): string[] => value.split(',').filter((choice) => choice !== '');
