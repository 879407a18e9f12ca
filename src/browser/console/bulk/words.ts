import type { BulkDeed } from '../../../contract/index.js';

/** How a deed is called; to resolve is one of its own, though it is a change of status. */
export type DeedName = BulkDeed['kind'] | 'resolved';

export const nameOf = (deed: BulkDeed): DeedName =>
  deed.kind === 'status' && deed.to === 'resolved' ? 'resolved' : deed.kind;

/** In the bar, from left to right. */
export const DEED_NAMES: readonly DeedName[] = ['answer', 'note', 'resolved', 'status', 'assign', 'priority', 'tags'];
