import { posix } from 'node:path';

/** A room may import any room to its right. */
export const ROOMS = [
  'realtime',
  'reports',
  'notifications',
  'channels',
  'bot',
  'incidents',
  'feedback',
  'help-center',
  'routing',
  'sla',
  'tickets',
  'conversations',
  'people',
  'platform',
  'contract',
] as const;

/** Where the rooms are put together. */
const ASSEMBLY = ['main', 'app.module', 'database', 'create-desk', 'cli'];
const TOP_FILES = ['main', 'app.module', 'database', 'create-desk', 'config'];

// The emitter is the browser's: socket.io-client is built on it.
const SOCKET_SERVER =
  /^(socket\.io|@socket\.io\/(?!component-emitter$).*|@nestjs\/platform-socket\.io|@nestjs\/websockets)$/;

/**
 * Why one import is not allowed; undefined when it is.
 * @param file the importing file, relative to the repository, with forward slashes: src/tickets/ticket.service.ts
 * @param specifier as written in the import
 */
export function importViolation(file: string, specifier: string): string | undefined {
  const from = roomOf(file);
  if (!specifier.startsWith('.')) {
    if (SOCKET_SERVER.test(specifier) && from !== 'realtime' && from !== 'browser')
      return 'only realtime touches the socket server';
    if (from === 'contract') return 'contract imports nothing';
    return undefined;
  }
  const target = posix.join(posix.dirname(file), specifier);
  if (!target.startsWith('src/')) return outsideViolation(file, target, from);
  const to = roomOf(target);
  if (to === from) return undefined;
  if (from === 'contract') return 'contract imports nothing outside itself';
  if (from === 'browser') {
    return to === 'contract' ? doorViolation(target, to) : 'browser imports only contract and browser';
  }
  if (ASSEMBLY.includes(from)) return doorViolation(target, to);
  if (to === 'config') return undefined;
  if (from === 'config')
    return to === 'contract' || to === 'platform' ? doorViolation(target, to) : orderViolation(from, to);
  const [left, right] = [ROOMS.indexOf(from as never), ROOMS.indexOf(to as never)];
  if (left < 0) return `${from} is not a room of the house`;
  if (right < left) return orderViolation(from, to);
  return doorViolation(target, to);
}

/** The first folder below src; for the files right below it their name without the ending. */
export function roomOf(file: string): string {
  const [, first = '', ...rest] = file.split('/');
  return rest.length > 0 ? first : first.replace(/\.[cm]?[jt]sx?$/, '');
}

function orderViolation(from: string, to: string): string {
  return `${from} may not import ${to}: it does not stand to its right`;
}

function outsideViolation(file: string, target: string, from: string): string | undefined {
  if (target.startsWith('test/') && file.includes('.spec.')) return undefined;
  if (target.startsWith('migrations/') && ASSEMBLY.includes(from)) return undefined;
  return `${target} lies outside src`;
}

function doorViolation(target: string, to: string): string | undefined {
  const inside = target.split('/').slice(2).join('/');
  if (TOP_FILES.includes(to) || inside === 'index.js') return undefined;
  if (to === 'platform' && /^[^/]+\/index\.js$/.test(inside)) return undefined;
  // What a generator writes cannot pass through a door that is written by hand.
  if (to === 'contract' && /^[^/]+\.gen\.js$/.test(inside)) return undefined;
  return `${to} is entered by its door, index.js, not by ${inside}`;
}
