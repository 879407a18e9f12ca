import { safeStorage } from '../shared/stored-value.js';
import type { Mentioned } from './mentions/at.js';

export type ComposerMode = 'reply' | 'note';

/** Where is kept whom a note that is not sent yet addresses. */
const mentionsKey = (staffId: string, number: string) => `porchlight.console.draft.${staffId}.${number}.mentions`;

/** Where texts not yet sent are kept: per person, ticket and mode, so that a note can never turn up as a reply. */
export function draftKey(staffId: string, number: string, mode: ComposerMode): string {
  return `porchlight.console.draft.${staffId}.${number}.${mode}`;
}

export const drafts = {
  read: (staffId: string, number: string, mode: ComposerMode) => safeStorage.get(draftKey(staffId, number, mode)) ?? '',
  /** An empty text forgets the draft. */
  write(staffId: string, number: string, mode: ComposerMode, text: string) {
    const key = draftKey(staffId, number, mode);
    if (text === '') safeStorage.remove(key);
    else safeStorage.set(key, text);
  },
  readMentions(staffId: string, number: string): Mentioned[] {
    try {
      return JSON.parse(safeStorage.get(mentionsKey(staffId, number)) ?? '[]') as Mentioned[];
    } catch {
      return [];
    }
  },
  writeMentions(staffId: string, number: string, people: Mentioned[]) {
    const key = mentionsKey(staffId, number);
    if (people.length === 0) safeStorage.remove(key);
    else safeStorage.set(key, JSON.stringify(people));
  },
};
