import type { AttachmentView, Card, Problem } from '../../../../contract/index.js';

/** A message or card that the server has not acknowledged yet. */
export interface OutboxItem {
  /** Chosen once, sent with every attempt: the server stores it once. */
  clientMessageId: string;
  /** Id of the conversation, or of the one on this side that is still to be started. */
  conversation: string;
  body: string;
  attachments: AttachmentView[];
  card?: Card;
  /** Milliseconds since the epoch; the order of sending. */
  createdAt: number;
  /** The browser tab that sends it. */
  tab: string;
  /** Set when the server refused it for good; waits for the customer's decision. */
  failure?: Pick<Problem, 'code' | 'title' | 'detail'>;
}

/** A tab that has not got its message through for so long is taken to be gone: another one may send it. */
export const ABANDONED_AFTER_MS = 30_000;

/** Adds an item at the end, unless it is there already. */
export function addItem(items: OutboxItem[], item: OutboxItem): OutboxItem[] {
  return items.some(({ clientMessageId }) => clientMessageId === item.clientMessageId) ? items : [...items, item];
}

/** Takes out what has been acknowledged, by ack or by the entry itself arriving. */
export function settleItems(items: OutboxItem[], clientMessageIds: (string | undefined)[]): OutboxItem[] {
  const settled = new Set(clientMessageIds);
  return items.some((item) => settled.has(item.clientMessageId))
    ? items.filter((item) => !settled.has(item.clientMessageId))
    : items;
}

/** Changes one item. */
export function changeItem(items: OutboxItem[], id: string, change: Partial<OutboxItem>): OutboxItem[] {
  return items.map((item) => (item.clientMessageId === id ? { ...item, ...change } : item));
}

/** Moves all of one conversation to another: its own, once it has been started, or the one that follows it up. */
export function moveItems(items: OutboxItem[], from: string, to: string): OutboxItem[] {
  return items.map((item) => (item.conversation === from ? { ...item, conversation: to } : item));
}

/** What this tab has to send next in a conversation: the oldest that has not failed and that no living tab sends. */
export function nextItem(items: OutboxItem[], conversation: string, tab: string, now: number): OutboxItem | undefined {
  return items
    .filter((item) => item.conversation === conversation && !item.failure)
    .filter((item) => item.tab === tab || now - item.createdAt > ABANDONED_AFTER_MS)
    .sort((one, other) => one.createdAt - other.createdAt)[0];
}
