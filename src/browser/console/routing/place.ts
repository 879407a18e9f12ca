/** The parts of the console. The desk is where cases are worked on; every other part is loaded when it is first opened. */
export type Place =
  | { area: 'desk' }
  | { area: 'tickets' }
  | { area: 'due' }
  | { area: 'admin'; page: string; rest: string[] }
  | { area: 'account' }
  /** For who holds a one-time link and has no place here yet. */
  | { area: 'welcome' };

/** Which part an address is in; what is unknown falls back to the desk. */
export function parsePlace(pathname: string): Place {
  const [, base, area, page = '', ...rest] = pathname.split('/').map(decode);
  if (base === 'console' && area === 'admin') return { area, page, rest: rest.filter((part) => part !== '') };
  if (base === 'console' && (area === 'account' || area === 'welcome')) return { area };
  if (base === 'console' && (area === 'tickets' || area === 'due') && page === '') return { area };
  return { area: 'desk' };
}

export const TICKETS_ADDRESS = '/console/tickets';

/** What breaches next. */
export const DUE_ADDRESS = '/console/due';

/** One's own account. */
export const ACCOUNT_ADDRESS = '/console/account';

/** The address of a page of the administration, or of something on it. */
export const adminAddress = (page: string, ...rest: string[]): string =>
  ['/console/admin', page, ...rest].map((part, index) => (index === 0 ? part : encodeURIComponent(part))).join('/');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
