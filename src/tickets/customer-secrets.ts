import { createHmac, timingSafeEqual } from 'node:crypto';
import { ALPHABET } from './ticket-number.js';

const CODE_LENGTH = 6;

/**
 * The second factor of the public page: six characters that one can read out. Derived from the number instead of stored,
 * so that it can be shown to its customer again, and checked before anybody knows whether the number exists.
 */
export function lookupCode(secretKey: string, number: string): string {
  const digest = createHmac('sha256', secretKey).update(`lookup-code\n${number}`).digest();
  return Array.from(digest.subarray(0, CODE_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** What people type for a code or the last four digits: case, spaces, dashes, full-width, O for 0, I or L for 1 forgiven. */
export function plainFactor(input: string): string {
  return input
    .slice(0, 60)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}_.]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/**
 * How far a key of the status page opens: `whole` shows what was said, and lets its holder answer. `glance` shows state and
 * times alone: for who knew four digits of a phone, which others may know as well.
 */
export const STATUS_REACHES = ['whole', 'glance'] as const;
export type StatusReach = (typeof STATUS_REACHES)[number];

/** Opens the status page of one number without asking further. */
export function statusKey(secretKey: string, number: string, reach: StatusReach = 'whole'): string {
  const purpose = { whole: 'status-link', glance: 'status-glance' }[reach];
  return createHmac('sha256', secretKey).update(`${purpose}\n${number}`).digest('base64url').slice(0, 32);
}

/** Absolute path on this server. */
export function statusPath(secretKey: string, number: string, reach?: StatusReach): string {
  return `/status/${number}?key=${statusKey(secretKey, number, reach)}`;
}

/** Takes as long for a wrong secret as for the right one; how long ours are is no secret. */
export function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
