import type { CustomerSurgeView, DeskState, DeskView } from '../../contract/index.js';

/** What the state of the desk hangs on. */
export interface DeskFacts {
  isOpen: boolean;
  opensAt?: Date;
  /** Who waits live; who has left a message or is to be called does not count. */
  waiting: number;
  /** Null: any number may wait. */
  queueLimit: number | null;
}

/** A full queue opens again only when a tenth of it is free: at its brim it would change with every customer. */
const ROOM_AGAIN = 0.9;

export function deskState({ isOpen, waiting, queueLimit }: DeskFacts, wasFull: boolean): DeskState {
  if (!isOpen) return 'closed';
  if (queueLimit === null) return 'open';
  return waiting >= (wasFull ? Math.max(1, queueLimit * ROOM_AGAIN) : queueLimit) ? 'full' : 'open';
}

/** As of a second ago at most. */
export interface CurrentDesk {
  state: DeskState;
  opensAt?: Date;
  /** Of an open one, when that is foreseen. */
  closesAt?: Date;
  surge?: CustomerSurgeView;
}

/** The same for the widgets of one site. */
export function deskView({ state, opensAt, surge }: CurrentDesk, hasPhone: boolean): DeskView {
  return {
    state,
    ...(surge && { surge }),
    ...(state === 'closed' && opensAt && { opensAt: opensAt.toISOString() }),
    ways: [
      ...(state === 'open' ? (['wait'] as const) : []),
      'message',
      'call_back',
      'help_center',
      ...(hasPhone ? (['phone'] as const) : []),
    ],
  };
}
