import type { ReadingStop } from './store.js';

/** The articles that are open, kept for this tab: a page that is loaded anew goes on where one was reading. */
export function createTrail(site: string) {
  const name = `porchlight:${site}:reading`;
  let last: ReadingStop[] | undefined;
  return {
    kept(): ReadingStop[] {
      try {
        return JSON.parse(sessionStorage.getItem(name) ?? '[]');
      } catch {
        return [];
      }
    },
    keep(reading: ReadingStop[]): void {
      if (reading === last) return;
      last = reading;
      try {
        sessionStorage.setItem(name, JSON.stringify(reading));
      } catch {
        // Blocked: it lives as long as the page.
      }
    },
  };
}
