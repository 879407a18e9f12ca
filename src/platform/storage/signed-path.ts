import { createHmac, timingSafeEqual } from 'node:crypto';

function signature(path: string, expires: number, secret: string): string {
  return createHmac('sha256', secret).update(`path\n${path}\n${expires}`).digest('base64url');
}

/** A path that opens without a session until it expires. @param expires milliseconds since 1970 */
export function signPath(path: string, expires: number, secret: string): string {
  return `${path}?expires=${expires}&signature=${signature(path, expires, secret)}`;
}

export function isSignedPath(
  path: string,
  query: { expires?: unknown; signature?: unknown },
  secret: string,
  now: Date,
): boolean {
  const expires = Number(query.expires);
  if (typeof query.signature !== 'string' || !Number.isSafeInteger(expires) || expires < now.getTime()) return false;
  const expected = Buffer.from(signature(path, expires, secret));
  const given = Buffer.from(query.signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
