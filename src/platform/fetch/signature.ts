import { createHmac } from 'node:crypto';

/**
 * Headers by which the receiver knows that we sent this body just now (Standard Webhooks 1.0). One signature of each secret,
 * the newest first: a receiver that changes from one to the next finds the one it knows.
 */
export function signedHeaders(
  secrets: readonly string[],
  { id, at, body }: { id: string; at: Date; body: string },
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  );
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
