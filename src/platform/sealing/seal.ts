import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/*
 * A sealed secret: format (1 byte), fingerprint of the key (4), nonce (12), tag (16), ciphertext. The fingerprint tells a key
 * that is not ours from a value that somebody has changed.
 */
const FORMAT = 1;
const NONCE_AT = 5;
const TAG_AT = 17;
const TEXT_AT = 33;

export type SealFault = 'wrong_key' | 'damaged';

/** A sealed secret could not be opened. Says why, and nothing of what is in it. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';

  constructor(readonly fault: SealFault) {
    super(
      fault === 'wrong_key' ? 'it was sealed with another SECRET_KEY' : 'it is damaged, or stands in a foreign row',
    );
  }
}

export interface SealKey {
  bytes: Buffer;
  fingerprint: Buffer;
}

/** The key for secrets at rest, derived from `SECRET_KEY` so that neither betrays the other. */
export function sealKey(secretKey: string): SealKey {
  const bytes = Buffer.from(hkdfSync('sha256', secretKey, '', 'porchlight secrets at rest', 32));
  return {
    bytes,
    fingerprint: createHash('sha256')
      .update(bytes)
      .digest()
      .subarray(0, NONCE_AT - 1),
  };
}

/** AES-256-GCM. @param place to which row it belongs: moved elsewhere, it does not open */
export function seal(key: SealKey, place: string, secret: string): Buffer {
  const nonce = randomBytes(TAG_AT - NONCE_AT);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(Buffer.from(place));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), key.fingerprint, nonce, cipher.getAuthTag(), text]);
}

/** @throws SealBroken */
export function unseal(key: SealKey, place: string, sealed: Buffer): string {
  if (sealed.length < TEXT_AT || sealed[0] !== FORMAT) throw new SealBroken('damaged');
  if (!sealed.subarray(1, NONCE_AT).equals(key.fingerprint)) throw new SealBroken('wrong_key');
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, sealed.subarray(NONCE_AT, TAG_AT))
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(TAG_AT, TEXT_AT));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(TEXT_AT)), decipher.final()]).toString('utf8');
  } catch {
    throw new SealBroken('damaged');
  }
}
