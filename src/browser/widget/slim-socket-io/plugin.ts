import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const own = (file: string) => JSON.stringify(fileURLToPath(new URL(file, import.meta.url)));

/**
 * The panel needs of socket.io-client: its own origin, text, WebSocket, and polling (by fetch) behind it. What serves
 * other addresses, binary packets, XMLHttpRequest and WebTransport is a third of its size and never runs here; these
 * stand in for it. Connecting, acks, namespaces, reconnecting and heartbeats are the library's own.
 */
const STANDINS: Record<string, string> = {
  'socket.io-parser/build/esm/index.js': `export * from ${own('./parser.ts')};`,
  'socket.io-client/build/esm/index.js': `export { Manager } from './manager.js';`,
  'engine.io-client/build/esm/index.js': `
    export { Socket } from './socket.js';
    export { installTimerFunctions } from './util.js';
    export { nextTick } from './globals.js';`,
  'engine.io-client/build/esm/transports/index.js': `
    import { Fetch } from './polling-fetch.js';
    import { WS } from './websocket.js';
    export const transports = { websocket: WS, polling: Fetch };`,
  'engine.io-client/build/esm/contrib/parseuri.js': 'export const parse = () => ({});',
  'engine.io-client/build/esm/contrib/parseqs.js': `
    export const encode = (query) => String(new URLSearchParams(query));
    export const decode = (query) => Object.fromEntries(new URLSearchParams(query));`,
  'engine.io-client/build/esm/util.js': `
    export const pick = (object, ...names) => Object.fromEntries(names.filter((name) => name in object).map((name) => [name, object[name]]));
    export const installTimerFunctions = (object) => {
      object.setTimeoutFn = setTimeout.bind(globalThis);
      object.clearTimeoutFn = clearTimeout.bind(globalThis);
    };
    export const byteLength = (text) => new TextEncoder().encode(text).length;
    export const randomString = () => Math.random().toString(36).slice(2);`,
  'engine.io-parser/build/esm/encodePacket.browser.js': `
    import { PACKET_TYPES } from './commons.js';
    export const encodePacket = ({ type, data }, supportsBinary, callback) => callback(PACKET_TYPES[type] + (data || ''));
    export const encodePacketToBinary = () => {};`,
  'engine.io-parser/build/esm/decodePacket.browser.js': `
    import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js';
    export const decodePacket = (encoded) => {
      const type = typeof encoded === 'string' && PACKET_TYPES_REVERSE[encoded.charAt(0)];
      return type ? { type, data: encoded.length > 1 ? encoded.substring(1) : undefined } : ERROR_PACKET;
    };`,
};

/** @throws at the end of the build when a module it stands in for was not met: the library has changed its shape */
export function slimSocketIo(): Plugin {
  const met = new Set<string>();
  return {
    name: 'slim-socket-io',
    load(id) {
      const path = id.replaceAll('\\', '/').split('/node_modules/').at(-1) ?? '';
      if (Object.hasOwn(STANDINS, path)) met.add(path);
      return STANDINS[path];
    },
    buildEnd(error) {
      const missed = Object.keys(STANDINS).filter((path) => !met.has(path));
      if (!error && missed.length) throw new Error(`slim-socket-io: no longer there: ${missed.join(', ')}`);
    },
  };
}
