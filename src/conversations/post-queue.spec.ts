import fc from 'fast-check';
import { type Posting, PostQueue } from './post-queue.js';

interface Sent extends Posting {
  nth: number;
  /** Refused by itself, whoever is beside it. */
  bad: boolean;
}

/** A store that keeps the rules of the real one: it passes over what it cannot take, and breaks when told to. */
class Store {
  readonly kept = new Map<string, Sent[]>();
  readonly locked = new Set<string>();
  mostAtOnce = 0;
  breaks: () => boolean = () => false;
  private readonly underWay = new Set<string>();
  private readonly doors: (() => void)[] = [];

  readonly queue = new PostQueue<Sent, string>(
    async (threads) => {
      for (const [first] of threads) this.enter(first?.conversationId as string);
      this.mostAtOnce = Math.max(this.mostAtOnce, threads.flat().length);
      await this.tick();
      const stored = new Map<string, string[]>();
      try {
        if (this.breaks()) throw new Error('the statement broke');
        for (const thread of threads) {
          const { conversationId, authorKey } = thread[0] as Sent;
          expect(thread.every((sent) => sent.together && sent.authorKey === authorKey)).toBe(true);
          if (this.locked.has(conversationId) || thread.some((sent) => sent.bad || this.has(sent))) continue;
          stored.set(
            conversationId,
            thread.map((sent) => this.keep(sent)),
          );
        }
        return stored;
      } finally {
        for (const [first] of threads) this.underWay.delete(first?.conversationId as string);
      }
    },
    async (sent) => {
      this.enter(sent.conversationId);
      await this.tick();
      this.underWay.delete(sent.conversationId);
      if (sent.bad) throw new Error(`refused ${sent.nth}`);
      return this.has(sent) ? answerOf(this.has(sent) as Sent) : this.keep(sent);
    },
  );

  /** Lets statements end, the one that has been under way longest first. */
  async settle(): Promise<void> {
    for (let idle = 0; idle < 5; ) {
      const door = this.doors.shift();
      idle = door ? 0 : idle + 1;
      door?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private tick(): Promise<void> {
    return new Promise((resolve) => this.doors.push(resolve));
  }

  private enter(conversationId: string): void {
    expect(this.underWay).not.toContain(conversationId);
    this.underWay.add(conversationId);
  }

  private has({ conversationId, clientMessageId }: Sent): Sent | undefined {
    return this.kept.get(conversationId)?.find((sent) => sent.clientMessageId === clientMessageId);
  }

  private keep(sent: Sent): string {
    this.kept.set(sent.conversationId, [...(this.kept.get(sent.conversationId) ?? []), sent]);
    return answerOf(sent);
  }
}

const answerOf = (sent: Sent) => `${sent.conversationId}:${sent.clientMessageId}`;

const postings = fc
  .array(
    fc.record({
      conversationId: fc.constantFrom('a', 'b', 'c', 'd'),
      clientMessageId: fc.constantFrom('1', '2', '3', '4', '5', '6'),
      authorKey: fc.constantFrom('customer', 'staff'),
      together: fc.boolean(),
      bad: fc.integer({ min: 0, max: 9 }).map((value) => value === 0),
    }),
    { maxLength: 60 },
  )
  .map((list): Sent[] => list.map((sent, nth) => ({ ...sent, nth })));

describe('the queue of what people post', () => {
  it('answers each as if it were alone, and keeps each conversation’s order', async () => {
    await fc.assert(
      fc.asyncProperty(postings, fc.subarray(['a', 'b']), fc.array(fc.boolean()), async (list, locked, breaks) => {
        const store = new Store();
        for (const conversationId of locked) store.locked.add(conversationId);
        store.breaks = () => breaks.shift() ?? false;
        const answers = Promise.allSettled(list.map((sent) => store.queue.post(sent)));
        await store.settle();
        for (const [index, answer] of (await answers).entries()) {
          const sent = list[index] as Sent;
          if (sent.bad)
            expect(answer).toMatchObject({ status: 'rejected', reason: { message: `refused ${sent.nth}` } });
          else expect(answer).toEqual({ status: 'fulfilled', value: answerOf(sent) });
        }
        for (const conversationId of ['a', 'b', 'c', 'd']) {
          const first = list.filter((sent) => sent.conversationId === conversationId && !sent.bad);
          const expected = first.filter((sent) => first.find((other) => answerOf(other) === answerOf(sent)) === sent);
          expect(store.kept.get(conversationId) ?? []).toEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('collects while a statement is under way, and sends a lonely one at once', async () => {
    const store = new Store();
    const sent = (nth: number): Sent => ({
      conversationId: `${nth}`,
      clientMessageId: `${nth}`,
      authorKey: 'customer',
      together: true,
      bad: false,
      nth,
    });
    const first = store.queue.post(sent(0));
    const rest = Promise.all(Array.from({ length: 40 }, (_, index) => store.queue.post(sent(index + 1))));
    expect(store.mostAtOnce).toBe(1);
    await store.settle();
    await Promise.all([first, rest]);
    expect(store.mostAtOnce).toBe(40);
  });

  it('takes no more at once than a first message should wait for', async () => {
    const store = new Store();
    const all = Promise.all(
      Array.from({ length: 600 }, (_, nth) =>
        store.queue.post({
          conversationId: 'a',
          clientMessageId: `${nth}`,
          authorKey: 'x',
          together: true,
          bad: false,
          nth,
        }),
      ),
    );
    await store.settle();
    await all;
    expect(store.mostAtOnce).toBe(250);
    expect(store.kept.get('a')?.map(({ nth }) => nth)).toEqual(Array.from({ length: 600 }, (_, nth) => nth));
  });
});
