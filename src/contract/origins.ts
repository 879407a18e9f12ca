/** Why an address cannot be an allowed origin. */
export type OriginProblem = 'wildcard' | 'not_an_origin' | 'has_path' | 'not_https';

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** A URL may hold more; but what stands in a header's list must not end it, as `;` and `,` do. */
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/;

/**
 * An origin as a browser writes it (`https://shop.example:8443`), of what somebody typed; or why it is none. Exact origins
 * only: https, and http where the machine itself is meant.
 */
export function readOrigin(typed: string): { origin: string } | { problem: OriginProblem } {
  const trimmed = typed.trim();
  if (trimmed.includes('*')) return { problem: 'wildcard' };
  if (!/^https?:\/\/[^\s\\]+$/i.test(trimmed) || !URL.canParse(trimmed)) return { problem: 'not_an_origin' };
  const url = new URL(trimmed);
  if (url.username || url.password || !HOST.test(url.hostname)) return { problem: 'not_an_origin' };
  if (url.pathname !== '/' || /[?#]/.test(trimmed)) return { problem: 'has_path' };
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) return { problem: 'not_https' };
  return { origin: url.origin };
}
