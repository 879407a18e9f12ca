import fc from 'fast-check';
import { type DifferenceKind, differences, type StoredConversation, type StoredEntry } from './differences.js';
import type { Account } from './ledger.js';

type Author = 'customer' | 'chen' | 'note';

/** A conversation as a desk without faults stores it, and as those who took part account for it. */
function wholeStory(
  authors: readonly Author[],
  unacked: ReadonlySet<number>,
): { account: Account; stored: StoredConversation } {
  let customerSeq = 0;
  const entries = authors.map((author, index): StoredEntry => {
    if (author !== 'note') customerSeq += 1;
    return {
      id: `entry-${index}`,
      seq: index + 1,
      customerSeq: author === 'note' ? null : customerSeq,
      kind: author === 'note' ? 'note' : 'message',
      clientMessageId: `sent-${index}`,
    };
  });
  const numbered = (entry: StoredEntry, author: Author) => (author === 'customer' ? entry.customerSeq : entry.seq) ?? 0;
  const account: Account = {
    conversationId: 'c',
    owner: 's',
    sent: entries.map((entry, index) => ({
      by: authors[index] === 'customer' ? 'customer' : 'chen@porchlight.example',
      kind: entry.kind as 'message' | 'note',
      clientMessageId: `sent-${index}`,
      ...(!unacked.has(index) && { acked: { id: entry.id, seq: numbered(entry, authors[index] as Author) } }),
    })),
    seen: entries.flatMap(({ customerSeq: seq, id }): [number, string][] => (seq === null ? [] : [[seq, id]])),
    leaks: [],
    foreign: [],
    number: 'PL-ABC-DEF1',
    lookedUp: { number: 'PL-ABC-DEF1', found: true },
    heldBy: ['chen@porchlight.example'],
  };
  return {
    account,
    stored: { id: 'c', entries, tickets: [{ number: 'PL-ABC-DEF1', assignee: 'chen@porchlight.example' }] },
  };
}

const authors = fc.array(fc.constantFrom<Author>('customer', 'chen', 'note'), { minLength: 3, maxLength: 30 });
const at = fc.nat();
const renumber = (entries: StoredEntry[]): StoredEntry[] => {
  const shown = entries.filter(({ customerSeq }) => customerSeq !== null);
  return entries.map((entry, index) => ({
    ...entry,
    seq: index + 1,
    customerSeq: entry.customerSeq === null ? null : shown.indexOf(entry) + 1,
  }));
};

/** What a faulty desk might do to what it stored; answers undefined where this fault is not possible. */
const FAULTS: Record<
  string,
  { found: DifferenceKind[]; spoil: (story: ReturnType<typeof wholeStory>, pick: number) => boolean }
> = {
  'a lost message': {
    found: ['message_lost'],
    spoil: ({ stored }, pick) => {
      stored.entries.splice(pick % stored.entries.length, 1);
      stored.entries = renumber(stored.entries);
      return true;
    },
  },
  'a hole where a message was': {
    found: ['message_lost', 'sequence_broken'],
    spoil: ({ stored }, pick) => {
      const place = pick % (stored.entries.length - 1);
      stored.entries.splice(place, 1);
      return true;
    },
  },
  'a doubled message': {
    found: ['message_doubled'],
    spoil: ({ stored }, pick) => {
      const copy = stored.entries[pick % stored.entries.length] as StoredEntry;
      stored.entries = renumber([...stored.entries, { ...copy, id: 'another' }]);
      return true;
    },
  },
  'two messages of one author in the wrong order': {
    found: ['message_reordered'],
    spoil: ({ account, stored }, pick) => {
      const own = stored.entries.filter((_, index) => account.sent[index]?.by === 'customer');
      if (own.length < 2) return false;
      const [first, second] = [own[pick % (own.length - 1)], own[(pick % (own.length - 1)) + 1]] as [
        StoredEntry,
        StoredEntry,
      ];
      const [a, b] = [stored.entries.indexOf(first), stored.entries.indexOf(second)];
      stored.entries[a] = { ...second, seq: first.seq, customerSeq: first.customerSeq };
      stored.entries[b] = { ...first, seq: second.seq, customerSeq: second.customerSeq };
      return true;
    },
  },
  'a note with a number of the customer’s': {
    found: ['note_leaked'],
    spoil: ({ stored }, pick) => {
      const notes = stored.entries.filter(({ kind }) => kind === 'note');
      const note = notes[pick % Math.max(1, notes.length)];
      if (note) note.customerSeq = 0;
      return note !== undefined;
    },
  },
  'a note on a customer’s screen': {
    found: ['note_leaked'],
    spoil: ({ account, stored }, pick) => {
      const notes = stored.entries.filter(({ kind }) => kind === 'note');
      const note = notes[pick % Math.max(1, notes.length)];
      if (note) account.seen.push([account.seen.length + 1, note.id]);
      return note !== undefined;
    },
  },
  'a screen that shows what is not there': {
    found: ['screen_wrong'],
    spoil: ({ account }) => account.seen.push([1, 'nowhere']) > 0,
  },
};

describe('the ledger', () => {
  it('agrees with a desk without faults, whatever was not acknowledged', () => {
    fc.assert(
      fc.property(authors, fc.array(at), fc.array(at), (who, unacked, lost) => {
        const never = new Set(unacked.map((n) => n % who.length));
        const { account, stored } = wholeStory(who, never);
        // Of those that were never acknowledged, some were not stored either; nobody has seen these.
        const gone = new Set(
          lost
            .map((n) => n % who.length)
            .filter((n) => never.has(n))
            .map((n) => `entry-${n}`),
        );
        if (gone.size === 0) expect(differences(account, stored)).toEqual([]);
        else {
          stored.entries = renumber(stored.entries.filter(({ id }) => !gone.has(id)));
          const byId = new Map(stored.entries.map((entry) => [entry.id, entry]));
          account.seen = account.seen.flatMap(([, id]): [number, string][] => {
            const seq = byId.get(id)?.customerSeq;
            return seq ? [[seq, id]] : [];
          });
          for (const sent of account.sent)
            if (sent.acked) {
              const entry = byId.get(sent.acked.id) as StoredEntry;
              sent.acked.seq = (sent.by === 'customer' ? entry.customerSeq : entry.seq) as number;
            }
          expect(differences(account, stored)).toEqual([]);
        }
      }),
    );
  });

  it.each(Object.entries(FAULTS))('finds %s', (_, { found, spoil }) => {
    fc.assert(
      fc.property(authors, at, (who, pick) => {
        const story = wholeStory(who, new Set());
        fc.pre(spoil(story, pick));
        const kinds = differences(story.account, story.stored).map(({ kind }) => kind);
        for (const kind of found) expect(kinds).toContain(kind);
      }),
    );
  });

  it.each<[string, Partial<Account>, DifferenceKind]>([
    ['words of a note in a push', { leaks: ['⟦note⟧'] }, 'note_leaked'],
    ['another customer’s conversation', { foreign: ['d'] }, 'foreign_conversation'],
    ['another number than the customer was told', { number: 'PL-XXX-XXXX' }, 'number_wrong'],
    ['a look-up that finds nothing', { lookedUp: { number: 'PL-ABC-DEF1', found: false } }, 'number_wrong'],
    ['two people who have it', { heldBy: ['chen@porchlight.example', 'lin@porchlight.example'] }, 'two_assignees'],
    ['somebody who thinks they have it', { heldBy: ['lin@porchlight.example'] }, 'two_assignees'],
  ])('finds %s', (_, spoiled, kind) => {
    const { account, stored } = wholeStory(['customer', 'chen', 'note'], new Set());
    expect(differences({ ...account, ...spoiled }, stored).map((one) => one.kind)).toEqual([kind]);
  });

  it('finds a conversation that is gone', () => {
    const { account } = wholeStory(['customer'], new Set());
    expect(differences(account, undefined).map(({ kind }) => kind)).toEqual(['conversation_lost']);
  });
});
