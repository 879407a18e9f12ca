import type { Keep } from './keep.js';

/** What is written and not sent, by conversation; kept at every key. */
export function createDrafts(keep: Keep) {
  const all = () => keep.get('drafts') ?? {};

  function set(id: string, text: string): void {
    const { [id]: _, ...others } = all();
    keep.set('drafts', text ? { ...others, [id]: text } : others);
  }

  return {
    of: (id: string): string => all()[id] ?? '',
    set,
    move(from: string, to: string): void {
      set(to, all()[from] ?? '');
      set(from, '');
    },
    /** Drops those of all other conversations. */
    keepOnly(known: string[]): void {
      keep.set('drafts', Object.fromEntries(Object.entries(all()).filter(([id]) => known.includes(id))));
    },
  };
}
