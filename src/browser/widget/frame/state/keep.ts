import type { SiteView } from '../../../../contract/index.js';
import type { OutboxItem } from '../logic/outbox-items.js';
import type { LocalConversation } from './store.js';

/** What outlives the page, by name. */
export interface Kept {
  session: { key: string; identified: boolean };
  site: SiteView;
  outbox: OutboxItem[];
  locals: LocalConversation[];
  drafts: Record<string, string>;
  wantsPerson: string[];
}

export interface Keep {
  get<Name extends keyof Kept>(name: Name): Kept[Name] | undefined;
  set<Name extends keyof Kept>(name: Name, value: Kept[Name] | undefined): void;
  /** Another tab has changed it. */
  onChange(listener: (name: string) => void): void;
}

/** Local storage of this server's origin, per site; memory where the browser forbids storage. */
export function createKeep(site: string): Keep {
  const prefix = `porchlight:${site}:`;
  const memory = new Map<string, string>();
  return {
    get(name) {
      let text = memory.get(name);
      try {
        text = localStorage.getItem(prefix + name) ?? undefined;
      } catch {
        // Storage is blocked: what memory has stands.
      }
      try {
        return text ? JSON.parse(text) : undefined;
      } catch {
        return undefined;
      }
    },
    set(name, value) {
      const text = value === undefined ? undefined : JSON.stringify(value);
      if (text === undefined) memory.delete(name);
      else memory.set(name, text);
      try {
        if (text === undefined) localStorage.removeItem(prefix + name);
        else localStorage.setItem(prefix + name, text);
      } catch {
        // Blocked or full: memory has it for as long as the page lives.
      }
    },
    onChange(listener) {
      addEventListener('storage', (event) => {
        if (event.key?.startsWith(prefix)) listener(event.key.slice(prefix.length));
      });
    },
  };
}
