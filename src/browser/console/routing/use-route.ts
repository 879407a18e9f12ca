import { useSyncExternalStore } from 'react';
import { type Place, parsePlace } from './place.js';
import { formatRoute, parseRoute, type Route } from './route.js';

const listeners = new Set<() => void>();
let current = parseRoute(location.pathname, location.search);
let place = parsePlace(location.pathname);
let query = new URLSearchParams(location.search);

function announce() {
  current = parseRoute(location.pathname, location.search);
  place = parsePlace(location.pathname);
  query = new URLSearchParams(location.search);
  for (const listener of listeners) listener();
}
window.addEventListener('popstate', announce);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The route now, for code outside of components. */
export const currentRoute = (): Route => current;

/** The part of the console now, for code outside of components. */
export const currentPlace = (): Place => place;

/** Goes to a route of the desk; what is not given stays, except the panel, which closes. */
export function navigate(change: Partial<Route>, how: 'push' | 'replace' = 'push'): void {
  goTo(formatRoute({ ...current, panel: false, ...change }), how);
}

/** Goes to any address of the console: path and query. */
export function goTo(address: string, how: 'push' | 'replace' = 'push'): void {
  if (address === location.pathname + location.search) return;
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  announce();
}

export function useRoute(): Route {
  return useSyncExternalStore(subscribe, currentRoute);
}

/** Which part of the console is open. */
export function usePlace(): Place {
  return useSyncExternalStore(subscribe, currentPlace);
}

/** The query of the address, for pages that keep their filters there. Write it with `goTo`. */
export function useAddressQuery(): URLSearchParams {
  return useSyncExternalStore(subscribe, () => query);
}
