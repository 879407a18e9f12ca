import { type AuthorKind, type Channel, type EntryData, type EntryKind, LIMITS } from '../contract/index.js';
import { newId } from '../platform/clock/index.js';
import type { Principal } from '../platform/push/index.js';
import type { EntryRow } from './entry.presenter.js';

export interface NewEntry {
  /** Chosen by who must name it in the same round trip; default: a new one. */
  id?: string;
  conversationId: string;
  kind: EntryKind;
  author: { kind: AuthorKind; id: string | null; name: string };
  body: string;
  data?: EntryData;
  channel?: Channel;
  clientMessageId?: string;
  attachmentIds?: string[];
  /** Default: everything but notes. */
  visible?: boolean;
  /** The last entry that its author has seen; nothing is stored when something was said since. Left out: whatever was. */
  seenSeq?: number;
}

/** What the posting statement for one answers. */
export type PostedRow = EntryRow & { audience: Principal[] | null };

/** Characters. */
export const PREVIEW_LENGTH = 120;

/** Whole characters alone: half an emoji is no JSON, and would take down the statement that all others share. */
export const previewOf = ({ body }: Pick<NewEntry, 'body'>): string =>
  body.slice(0, PREVIEW_LENGTH).replace(/\p{Surrogate}$/u, '');

/** Whether it has a number in the customer's sequence. */
export const isVisible = ({ kind, visible }: Pick<NewEntry, 'kind' | 'visible'>): boolean =>
  kind !== 'note' && visible !== false;

/** Parameters of `POST_ENTRY`. @param principals as whom the author may write; null: who calls has seen to that */
export function valuesOf(entry: NewEntry, principals: Principal[] | null): unknown[] {
  return [
    entry.conversationId,
    principals,
    entry.kind,
    isVisible(entry) ? 1 : 0,
    entry.author.kind,
    entry.id ?? newId(),
    entry.author.id,
    entry.author.name,
    entry.clientMessageId ?? null,
    previewOf(entry),
    entry.attachmentIds ?? [],
    `${entry.author.kind}:${entry.author.id}`,
    entry.channel ?? 'widget',
    entry.body,
    LIMITS.reopenDays,
    entry.data ?? null,
    entry.seenSeq ?? null,
  ];
}
