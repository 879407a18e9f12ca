import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { hashSecret } from '../secrets.js';

const ISSUER = 'Porchlight';
/** Steps of half a minute to either side: for clocks that are a little off, and slow typists. */
const TOLERANCE = 1;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;

/** A new secret of an authenticator app, in Base32: 160 bits, as RFC 4226 recommends. */
export const newAppSecret = (): string => new Secret({ size: 20 }).base32;

/** `otpauth://totp/…` as authenticator apps read it from a QR code. */
export const appUri = (secret: string, email: string): string => totp(secret, email).toString();

/** The half minute whose code this is, if it is one of now (RFC 6238: SHA-1, 6 digits, 30 s). */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = totp(secret, '').validate({ token: code, timestamp, window: TOLERANCE });
  return delta === null ? undefined : TOTP.counter({ timestamp, period: 30 }) + delta;
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), digits: 6, period: 30 });
}

/** A code as people type it: case, spaces, dashes and full width forgiven. */
export function plainCode(input: string): string {
  return input
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
}

/** Six digits, however typed: what an app shows, unlike a recovery code. */
export const isAppCode = (input: string): boolean => /^\d{6}$/.test(plainCode(input));

/** For who loses the app: 80 bits each, in groups that one can write down. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    (new Secret({ buffer: new Uint8Array(randomBytes(RECOVERY_BYTES)).buffer }).base32.match(/.{4}/g) ?? []).join('-'),
  );
}

export const hashCode = (code: string): Buffer => hashSecret(plainCode(code));
