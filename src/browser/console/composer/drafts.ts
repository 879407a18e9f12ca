import { safeStorage } from '../shared/stored-value.js';

export type ComposerMode = 'reply' | 'note';

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
};
