import { type LookupAddress, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { FetchRefused } from './fetch-refused.js';
import { isPublicAddress } from './public-address.js';

export type Resolve = (hostname: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void;

const resolveAll: Resolve = (hostname, done) =>
  lookup(hostname, { all: true }, (error, addresses) => done(error, addresses ?? []));

/**
 * Connects only to public addresses, or to what the operator named. The check is part of connecting: the very addresses that
 * were checked are the ones connected to, so a name that resolves differently the second time gains nothing. One private
 * address among several refuses the name: an honest public name has none.
 */
export function guardedConnector(
  isAllowedHost: (hostAndPort: string) => boolean,
  resolve: Resolve = resolveAll,
): buildConnector.connector {
  const checkedLookup: LookupFunction = (hostname, options, done) =>
    resolve(hostname, (error, addresses) => {
      const [first] = addresses;
      if (error || !first) return done(error ?? new FetchRefused('failed'), '');
      if (!addresses.every(({ address }) => isPublicAddress(address))) return done(new FetchRefused('address'), '');
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  const open = buildConnector({});
  const guarded = buildConnector({ lookup: checkedLookup });
  return (options, callback) => {
    const hostname = options.hostname.replace(/^\[|\]$/g, '');
    if (isAllowedHost(`${options.hostname}:${options.port || defaultPort(options.protocol)}`))
      return open(options, callback);
    // An address needs no look-up, so nothing below would ask about it.
    if (isIP(hostname) && !isPublicAddress(hostname)) return callback(new FetchRefused('address'), null);
    return guarded(options, callback);
  };
}

export function defaultPort(protocol: string): string {
  return protocol === 'https:' ? '443' : '80';
}
