import type { Account, Sent } from './ledger.js';

/** A stored entry, as staff and the database have it. */
export interface StoredEntry {
  id: string;
  seq: number;
  /** Null: no customer may see it. */
  customerSeq: number | null;
  kind: string;
  clientMessageId: string | null;
}

/** A stored conversation. */
export interface StoredConversation {
  id: string;
  /** In the order of `seq`. */
  entries: StoredEntry[];
  /** Every case that it belongs to, which is at most one. `assignee`: an e-mail address. */
  tickets: { number: string; assignee: string | null }[];
}

export type DifferenceKind =
  | 'conversation_lost'
  | 'message_lost'
  | 'message_doubled'
  | 'message_changed'
  | 'message_reordered'
  | 'sequence_broken'
  | 'note_leaked'
  | 'screen_wrong'
  | 'foreign_conversation'
  | 'number_wrong'
  | 'two_assignees';

export interface Difference {
  kind: DifferenceKind;
  conversationId: string;
  detail: string;
}

/** What the ledger says and the desk does not, or the other way round. Empty when they agree. */
export function differences(account: Account, stored: StoredConversation | undefined): Difference[] {
  const found: Difference[] = [];
  const { conversationId } = account;
  const tell = (kind: DifferenceKind, detail: string) => found.push({ kind, conversationId, detail });
  for (const words of account.leaks) tell('note_leaked', `a customer was sent the note ${words}`);
  for (const other of account.foreign) tell('foreign_conversation', `a customer was shown ${other}`);
  if (!stored) {
    tell('conversation_lost', 'the desk does not know it');
    return found;
  }
  checkNumbers(stored, tell);
  checkSent(account.sent, stored, tell);
  checkScreen(account, stored, tell);
  checkCase(account, stored, tell);
  return found;
}

type Tell = (kind: DifferenceKind, detail: string) => void;

/** Both numberings are dense, and notes stand outside the customer's. */
function checkNumbers({ entries }: StoredConversation, tell: Tell): void {
  entries.forEach(({ seq }, index) => {
    if (seq !== index + 1) tell('sequence_broken', `number ${seq} stands at place ${index + 1}`);
  });
  const shown = entries.filter(({ customerSeq }) => customerSeq !== null);
  shown.forEach(({ customerSeq }, index) => {
    if (customerSeq !== index + 1)
      tell('sequence_broken', `the customer's number ${customerSeq} at place ${index + 1}`);
  });
  for (const { kind, customerSeq, id } of entries)
    if (kind === 'note' && customerSeq !== null)
      tell('note_leaked', `note ${id} has the customer's number ${customerSeq}`);
}

/** What was acknowledged is there once, as it was acknowledged and in the order it was sent; all else at most once. */
function checkSent(sent: readonly Sent[], { entries }: StoredConversation, tell: Tell): void {
  const byClientId = new Map<string, StoredEntry[]>();
  for (const entry of entries)
    if (entry.clientMessageId)
      byClientId.set(entry.clientMessageId, [...(byClientId.get(entry.clientMessageId) ?? []), entry]);
  const last = new Map<string, number>();
  for (const { by, kind, clientMessageId, acked } of sent) {
    const copies = byClientId.get(clientMessageId) ?? [];
    const [entry] = copies;
    if (copies.length > 1) tell('message_doubled', `${clientMessageId} of ${by} is there ${copies.length} times`);
    if (!acked) continue;
    if (!entry) {
      tell('message_lost', `${clientMessageId} of ${by} was acknowledged as ${acked.id}`);
      continue;
    }
    const number = by === 'customer' ? entry.customerSeq : entry.seq;
    if (entry.id !== acked.id || number !== acked.seq || entry.kind !== kind)
      tell(
        'message_changed',
        `${clientMessageId} of ${by}: ${acked.id} no. ${acked.seq} became ${entry.id} no. ${number}`,
      );
    if (entry.seq < (last.get(by) ?? 0))
      tell('message_reordered', `${clientMessageId} of ${by} stands before an earlier one`);
    last.set(by, Math.max(entry.seq, last.get(by) ?? 0));
  }
}

/** Whatever a customer's screen was given is in the desk, under that number, and meant for them. */
function checkScreen({ seen }: Account, { entries }: StoredConversation, tell: Tell): void {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const [seq, id] of seen) {
    const entry = byId.get(id);
    if (entry && (entry.kind === 'note' || entry.customerSeq === null))
      tell('note_leaked', `entry ${id} was on a customer's screen`);
    else if (entry?.customerSeq !== seq)
      tell('screen_wrong', `entry ${id} was shown as no. ${seq}, and is ${entry?.customerSeq ?? 'not there'}`);
  }
}

function checkCase({ number, lookedUp, heldBy }: Account, { tickets }: StoredConversation, tell: Tell): void {
  const [ticket] = tickets;
  if (tickets.length > 1) tell('number_wrong', `belongs to ${tickets.map((one) => one.number).join(' and ')}`);
  if (number && ticket?.number !== number)
    tell('number_wrong', `the customer was told ${number}, the desk has ${ticket?.number ?? 'none'}`);
  if (lookedUp && (!lookedUp.found || lookedUp.number !== ticket?.number))
    tell('number_wrong', `the look-up of ${ticket?.number} answered ${lookedUp.found ? lookedUp.number : 'nothing'}`);
  const holders = new Set(heldBy);
  if (holders.size > 1) tell('two_assignees', `${[...holders].join(' and ')} were both told that it is theirs`);
  if (ticket?.assignee && holders.size === 1 && !holders.has(ticket.assignee))
    tell('two_assignees', `${[...holders][0]} was told that it is theirs, and it is ${ticket.assignee}'s`);
}
