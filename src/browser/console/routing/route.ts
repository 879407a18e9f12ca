import { TICKET_LISTS, type TicketList } from '../../../contract/index.js';

/** Where in the console one is. `panel`: on a narrow screen the customer-and-case panel stands before the thread. */
export interface Route {
  number?: string;
  list: TicketList;
  panel: boolean;
}

const BASE = '/console/';

/** Reads a route from an address; what is unknown there falls back to the start. */
export function parseRoute(pathname: string, search: string): Route {
  const query = new URLSearchParams(search);
  const list = TICKET_LISTS.find((known) => known === query.get('list')) ?? 'mine';
  const match = /^\/console\/tickets\/([^/]{1,40})\/?$/.exec(pathname);
  const number = match?.[1] ? decode(match[1]) : undefined;
  return { number, list, panel: number !== undefined && query.get('panel') === '1' };
}

/** The address of a route: path and query. */
export function formatRoute(route: Route): string {
  const query = new URLSearchParams();
  if (route.list !== 'mine') query.set('list', route.list);
  if (route.panel && route.number) query.set('panel', '1');
  const path = route.number ? `${BASE}tickets/${encodeURIComponent(route.number)}` : BASE;
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
