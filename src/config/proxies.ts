import { isIP } from 'node:net';
import { fix } from './values.js';

const NAMED = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** An address, a network (`10.0.0.0/8`), or a name for one; but not everybody, who could then pretend to be anyone. */
export function isProxy(part: string): boolean {
  if (NAMED.has(part)) return true;
  const [address = '', bits, ...rest] = part.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  return /^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (family === 4 ? 32 : 128);
}

export const PROXY_FIX = fix(
  'write addresses or networks of your proxies, e.g. 10.0.0.0/8, or loopback',
  '请填写代理的地址或网段，例如 10.0.0.0/8，或 loopback',
);

/** `host:port`, IPv6 in brackets. */
export function isHostAndPort(part: string): boolean {
  const [, host = '', port = ''] = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+):(\d{1,5})$/i.exec(part) ?? [];
  return host !== '' && Number(port) > 0 && Number(port) <= 65_535;
}

export const HOST_FIX = fix('write host:port, e.g. shop.internal:8080', '请填写 主机:端口，例如 shop.internal:8080');
