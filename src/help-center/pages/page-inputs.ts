import { LOCALES, type Locale } from '../../contract/index.js';
import { wellFormed } from '../../platform/http/index.js';
import { QUERY_LENGTH } from '../search/search.controller.js';

export const isLocale = (value: string): value is Locale => (LOCALES as readonly string[]).includes(value);

/** An address is typed and pasted by people: what makes no sense in it is ignored, not an error. */
export const oneOf = <Value extends string>(values: readonly Value[], given: unknown): Value | undefined =>
  values.find((value) => value === given);

/** What somebody asks, on one line and no longer than is searched for. */
export const asQuery = (given: unknown, length = QUERY_LENGTH): string =>
  wellFormed(
    String(typeof given === 'string' ? given : '')
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, length),
  );
