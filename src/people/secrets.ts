import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, safe in a cookie or a header. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What we store of a secret that a browser holds: a leaked table opens nothing. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
