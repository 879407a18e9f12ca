import {
  type CategoryKey,
  FIELD_FORMATS,
  type FieldFormat,
  type Locale,
  type LocalizedText,
} from '../../../contract/index.js';
import { saysOneOf } from '../../understanding/own-words.js';

/** What a host site can say, as an administrator has described it. */
export interface HostLookUp {
  siteId: string;
  key: string;
  name: LocalizedText;
  category: CategoryKey;
  /** What the customer must say first; null: nothing. */
  input: { label: LocalizedText; format: FieldFormat; example: string } | null;
  words: Record<Locale, string[]>;
  url: string;
  version: number;
}

/** Shorter codes are more often something else. Asked for alone, any length that the format takes will do. */
const SHORTEST_CODE = 6;

/** Whether one of its words is in what was said. */
export const asksFor = ({ words }: Pick<HostLookUp, 'words'>, said: string): boolean =>
  saysOneOf([...words['zh-CN'], ...words.en], said);

/**
 * What of it the host needs, as the customer wrote it; undefined: nothing of that form. The longest, when there are several.
 * @param alone it has just been asked for, and may be the whole message
 */
export function inputIn(format: FieldFormat, text: string, alone: boolean): string | undefined {
  const pattern = new RegExp(FIELD_FORMATS[format]);
  const whole = text.normalize('NFKC').trim();
  if (alone && isCode(pattern, whole)) return whole;
  const tokens = whole
    .slice(0, 1_000)
    .split(/[^!-~]+/)
    .map((token) => token.replace(/^[^A-Za-z0-9+_-]+|[^A-Za-z0-9_/-]+$/g, ''));
  return tokens
    .filter((token) => isCode(pattern, token) && (alone || token.length >= shortest(format)))
    .sort((left, right) => right.length - left.length)[0];
}

/** Nothing but the number of something, such as an order. Digits alone may be a card's or a telephone's. */
export const isNumber = (said: string): boolean => /^(?=.*\d)(?=.*[a-z])[\w-]{8,64}$/i.test(said);

/** A word without any digit is a word. */
const isCode = (pattern: RegExp, text: string) => pattern.test(text) && /\d|@|:/.test(text);

const shortest = (format: FieldFormat) => (format === 'four_digits' ? 4 : SHORTEST_CODE);
