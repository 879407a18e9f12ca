import { createHash, randomBytes } from 'node:crypto';
import { addressKey } from '../../platform/rate-limit/index.js';

/** Of this process: what is made of it leads back to nobody, and never leaves its memory. */
const SALT = randomBytes(16);

/** Tells visitors apart for the seconds in which they type, without a cookie. */
const visitorOf = ({ ip, headers }: Request): string => hashed(`${ip} ${headers['user-agent'] ?? ''}`);

/** Who asks, and from where: of one address only so much is noted, whatever its browsers say that they are. */
export const askerOf = (request: Request): Asker => ({
  visitor: visitorOf(request),
  address: hashed(addressKey(request.ip)),
});

export interface Asker {
  visitor: string;
  address: string;
}

interface Request {
  ip: string;
  headers: { 'user-agent'?: string | undefined };
}

const hashed = (text: string): string => createHash('sha256').update(SALT).update(text).digest('base64url');
