import type { BulkDeed, BulkDeedKind, Priority, TicketStatus } from '../../../contract/index.js';
import type { DeedName } from './words.js';

/** What is being filled in, of whatever deed. */
export interface Draft {
  body: string;
  note: string;
  to: TicketStatus | undefined;
  despiteTasks: boolean;
  teamId: string | undefined;
  staffId: string | undefined;
  priority: Priority | undefined;
  add: string[];
  remove: string[];
}

export const kindOf = (name: DeedName): BulkDeedKind => (name === 'resolved' ? 'status' : name);

/** As it was tried before; else empty. */
export function draftOf(before: BulkDeed | undefined): Draft {
  const empty: Draft = {
    body: '',
    note: '',
    to: undefined,
    despiteTasks: false,
    teamId: undefined,
    staffId: undefined,
    priority: undefined,
    add: [],
    remove: [],
  };
  if (!before) return empty;
  const { kind: _, ...given } = before;
  return { ...empty, ...given };
}

/** Undefined while something is missing. */
export function deedOf(name: DeedName, draft: Draft): BulkDeed | undefined {
  const { body, to, teamId, staffId, priority, add, remove } = draft;
  const note = draft.note.trim() || undefined;
  const despiteTasks = draft.despiteTasks || undefined;
  switch (name) {
    case 'answer':
    case 'note':
      return body.trim() ? { kind: name, body: body.trim() } : undefined;
    case 'resolved':
      return { kind: 'status', to: 'resolved', note, despiteTasks };
    case 'status':
      return to && { kind: 'status', to, note };
    case 'assign':
      return teamId ? { kind: 'assign', teamId, staffId, note } : undefined;
    case 'priority':
      return priority && { kind: 'priority', priority };
    case 'tags':
      return add.length + remove.length > 0 ? { kind: 'tags', add, remove } : undefined;
  }
}
