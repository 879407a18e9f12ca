import { useSyncExternalStore } from 'react';
import { formatRoute, parseRoute, type Route } from './route.js';

const listeners = new Set<() => void>();
let current = parseRoute(location.pathname, location.search);

function announce() {
  current = parseRoute(location.pathname, location.search);
  for (const listener of listeners) listener();
}
window.addEventListener('popstate', announce);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The route now, for code outside of components. */
export const currentRoute = (): Route => current;

/** Goes to a route; what is not given stays, except the panel, which closes. */
export function navigate(change: Partial<Route>, how: 'push' | 'replace' = 'push'): void {
  const next = formatRoute({ ...current, panel: false, ...change });
  if (next === location.pathname + location.search) return;
  if (how === 'push') history.pushState(null, '', next);
  else history.replaceState(null, '', next);
  announce();
}

export function useRoute(): Route {
  return useSyncExternalStore(subscribe, currentRoute);
}
