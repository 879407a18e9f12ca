import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { SignJWT } from 'jose';
import type { Merchant } from './merchants.js';

/** Seconds by which the desk's clock and ours may differ. */
const TOLERANCE_SECONDS = 300;

/** What a host site's server says of the person who is signed in there. The secret never leaves the server. */
export function identityToken(merchant: Merchant, siteKey: string, secret: string): Promise<string> {
  const { id, name, locale, email, phone, shop } = merchant;
  return new SignJWT({
    name,
    locale,
    email,
    phone,
    shop: {
      id: shop.id,
      name: shop.name,
      tier: shop.tier,
      industry: shop.industry,
      ...(shop.accountManager && { account_manager: shop.accountManager }),
    },
  })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(id)
    .setAudience(siteKey)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(secret));
}

/** Whether the desk sent this body just now (Standard Webhooks). */
export function isFromDesk(headers: IncomingHttpHeaders, body: string, secret: string, now: Date): boolean {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    String(headers[name] ?? ''),
  ) as [string, string, string];
  if (!(Math.abs(now.getTime() / 1_000 - Number(timestamp)) <= TOLERANCE_SECONDS)) return false;
  const expected = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest();
  return signatures.split(' ').some((entry) => {
    const given = Buffer.from(entry.replace(/^v1,/, ''), 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
