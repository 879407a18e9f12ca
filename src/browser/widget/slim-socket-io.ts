import type { Plugin } from 'vite';

/**
 * The panel needs of socket.io-client: its own origin, text, WebSocket, and polling (by fetch) behind it. What serves
 * other addresses, binary packets, XMLHttpRequest and WebTransport is a third of its size and never runs here; these
 * stand in for it. Acks, namespaces, reconnecting and heartbeats are the library's own, untouched.
 */
const STANDINS: Record<string, string> = {
  'socket.io-client/build/esm/index.js': `export { Manager } from './manager.js';`,
  'engine.io-client/build/esm/index.js': `
    export { Socket } from './socket.js';
    export { installTimerFunctions } from './util.js';
    export { nextTick } from './globals.js';`,
  'engine.io-client/build/esm/transports/index.js': `
    import { Fetch } from './polling-fetch.js';
    import { WS } from './websocket.js';
    export const transports = { websocket: WS, polling: Fetch };`,
  '@socket.io/component-emitter/lib/esm/index.js': `
    export class Emitter {
      on(event, listener) {
        ((this.l ??= {})[event] ??= []).push(listener);
        return this;
      }
      once(event, listener) {
        const once = (...args) => {
          this.off(event, once);
          listener.apply(this, args);
        };
        once.of = listener;
        return this.on(event, once);
      }
      off(event, listener) {
        if (!event) this.l = {};
        else if (this.l) this.l[event] = listener ? this.listeners(event).filter((each) => each !== listener && each.of !== listener) : [];
        return this;
      }
      emit(event, ...args) {
        for (const listener of [...this.listeners(event)]) listener.apply(this, args);
        return this;
      }
      listeners(event) {
        return this.l?.[event] ?? [];
      }
      hasListeners(event) {
        return this.listeners(event).length > 0;
      }
    }
    const prototype = Emitter.prototype;
    prototype.emitReserved = prototype.emit;
    prototype.removeListener = prototype.removeAllListeners = prototype.off;`,
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
  'socket.io-parser/build/esm/is-binary.js':
    'export const isBinary = () => false; export const hasBinary = () => false;',
  'socket.io-parser/build/esm/binary.js':
    'export const deconstructPacket = (packet) => ({ packet, buffers: [] }); export const reconstructPacket = (packet) => packet;',
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

export function slimSocketIo(): Plugin {
  return {
    name: 'slim-socket-io',
    load(id) {
      const path = id.replaceAll('\\', '/').split('/node_modules/').at(-1) ?? '';
      return STANDINS[path];
    },
  };
}
