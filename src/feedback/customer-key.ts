import { createHmac, timingSafeEqual } from 'node:crypto';

const KEY = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([\w-]{32})$/;

const sign = (secretKey: string, customerId: string): string =>
  createHmac('sha256', secretKey).update(`feedback\n${customerId}`).digest('base64url').slice(0, 32);

/** Opens the feedback page for one customer: what they gave, and their votes; nothing else of theirs. */
export function feedbackKey(secretKey: string, customerId: string): string {
  return `${customerId}.${sign(secretKey, customerId)}`;
}

/** Whose key this is; undefined for one that we have not made. */
export function customerOfKey(secretKey: string, key: string): string | undefined {
  const [, customerId, given] = KEY.exec(key) ?? [];
  if (!customerId || !given) return undefined;
  const expected = sign(secretKey, customerId);
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected)) ? customerId : undefined;
}

/** Absolute path on this server. */
export function feedbackPath(secretKey: string, customerId: string): string {
  return `/feedback?key=${feedbackKey(secretKey, customerId)}`;
}
