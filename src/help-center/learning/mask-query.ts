import { wellFormed } from '../../platform/http/index.js';
import { parseNumber } from '../../tickets/index.js';

/** Characters of a search that are kept. */
export const KEPT_QUERY_LENGTH = 200;
/** What stands for a number that may be somebody's. */
const MASK = '#';

/** What people write between the digits of one number. */
const BETWEEN = '[\\s\\p{Pd}.,_()/+*·:]';
const PATTERNS: readonly RegExp[] = [
  // Mail addresses first: what is left of one without its digits would no longer look like one.
  /[^\s@]+@[^\s@]+/gu,
  // Five digits and more, however they are set apart, with the X at which the number of an identity card may end.
  new RegExp(`\\p{Nd}(?:${BETWEEN}*\\p{Nd}){4,}[xX]?`, 'gu'),
  // The same spelled out, as one says a number over the phone.
  /[零〇一二三四五六七八九幺两洞拐勾](?:\s*[零〇一二三四五六七八九幺两洞拐勾]){6,}/gu,
  // Names of accounts, tokens and codes: letters and digits in one long word.
  /(?=[A-Za-z_-]*(?:\p{Nd}[A-Za-z_-]*){4})[A-Za-z\p{Nd}_-]{10,}/gu,
];

/** Candidates; see {@link isTicketNumber}. */
export const TICKET_NUMBER = /\b(?:PL[\s\p{Pd}_.#:]*)?[0-9A-Z]{3}[\s\p{Pd}_.#:]*[0-9A-Z]{4}\b/giu;

/**
 * What of a search may be kept: one line without numbers that may be somebody's (telephone, bank card, identity card, order,
 * ticket, mail address), full-width characters made half-width, {@link KEPT_QUERY_LENGTH} characters at most.
 */
export function maskQuery(query: string): string {
  let masked = wellFormed(query.slice(0, 2 * KEPT_QUERY_LENGTH))
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cn}\p{Co}]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ');
  masked = masked.replace(TICKET_NUMBER, (found) => (isTicketNumber(found) ? MASK : found));
  for (const pattern of PATTERNS) masked = masked.replace(pattern, MASK);
  return wellFormed(masked.trim().slice(0, KEPT_QUERY_LENGTH)).trim();
}

/** A word of seven letters may pass for a number by chance. */
export const isTicketNumber = (found: string): boolean =>
  parseNumber(found) !== undefined && (/^PL/i.test(found) || /\d/.test(found));
