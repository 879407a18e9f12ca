import { safeStorage } from '../../shared/stored-value.js';
import type { FlatArticle } from './flat.js';

/** What is being typed into an article, and on top of what; kept in this browser until the server has it. */
export interface LocalCopy {
  version: number;
  base: FlatArticle;
  mine: FlatArticle;
}

const key = (id: string) => `porchlight.console.article.${id}`;

export const localCopies = {
  read(id: string): LocalCopy | undefined {
    try {
      const copy = JSON.parse(safeStorage.get(key(id)) ?? 'null') as LocalCopy | null;
      return copy && typeof copy.version === 'number' && copy.base && copy.mine ? copy : undefined;
    } catch {
      return undefined;
    }
  },
  write: (id: string, copy: LocalCopy): void => safeStorage.set(key(id), JSON.stringify(copy)),
  forget: (id: string): void => safeStorage.remove(key(id)),
};
