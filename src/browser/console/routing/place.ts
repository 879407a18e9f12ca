/** The parts of the console. The desk is where cases are worked on; every other part is loaded when it is first opened. */
export type Place =
  | { area: 'desk' }
  | { area: 'tickets' }
  | { area: 'due' }
  | { area: 'wall' }
  /** `id`: the conversation that is open. */
  | { area: 'bot'; id?: string }
  /** What came of the bot's conversations, and what it could have known better. */
  | { area: 'bot-report' }
  | { area: 'bot-learning' }
  /** `id`: the topic that is open. */
  | { area: 'feedback'; id?: string }
  | { area: 'admin'; page: string; rest: string[] }
  | { area: 'account' }
  /** For who holds a one-time link and has no place here yet. */
  | { area: 'welcome' };

/** Which part an address is in; what is unknown falls back to the desk. */
export function parsePlace(pathname: string): Place {
  const [, base, area, page = '', ...rest] = pathname.split('/').map(decode);
  if (base === 'console' && area === 'admin') return { area, page, rest: rest.filter((part) => part !== '') };
  if (base === 'console' && (area === 'account' || area === 'welcome')) return { area };
  if (base === 'console' && area === 'bot' && page === 'report') return { area: 'bot-report' };
  if (base === 'console' && area === 'bot' && page === 'learning') return { area: 'bot-learning' };
  if (base === 'console' && (area === 'tickets' || area === 'due' || area === 'wall') && page === '') return { area };
  if (base === 'console' && area === 'feedback') return { area, ...(page !== '' && { id: page }) };
  if (base === 'console' && area === 'bot') return { area, ...(page !== '' && { id: page }) };
  return { area: 'desk' };
}

export const TICKETS_ADDRESS = '/console/tickets';

/** What breaches next. */
export const DUE_ADDRESS = '/console/due';

/** Queues and people, for who keeps them. */
export const WALL_ADDRESS = '/console/wall';

/** Conversations with the bot, or one of them. */
export const botAddress = (id = ''): string => `/console/bot${id && `/${encodeURIComponent(id)}`}`;

/** What customers say of the product, or one topic of it. */
export const feedbackAddress = (id = ''): string => `/console/feedback${id && `/${encodeURIComponent(id)}`}`;

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
