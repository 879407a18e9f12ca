import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type Author, Entries, type NewEntry } from '../../src/conversations/index.js';
import { Posts } from '../../src/conversations/posts.service.js';
import { newId } from '../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildCustomer, buildSite, buildStaff, buildTeam } from '../support/factories.js';

type Post = Omit<NewEntry, 'author'>;
/** One thing that somebody says, in a conversation of the cast. */
interface Line {
  thread: number;
  who: 'customer' | 'agent' | 'stranger';
  kind: 'message' | 'note';
  /** Small, so that ids repeat, also other people's. */
  id: number;
  /** What an agent says they have seen. */
  seen: number | null;
  trouble: 'none' | 'none again' | 'unknown file' | 'poison';
}

const THREADS = ['bot', 'person', 'closed', 'missing'] as const;

const lines = fc.array(
  fc.record<Line>({
    thread: fc.nat(THREADS.length - 1),
    who: fc.constantFrom('customer', 'customer', 'agent', 'stranger'),
    kind: fc.constantFrom('message', 'message', 'note'),
    id: fc.nat(8),
    seen: fc.option(fc.nat(6)),
    trouble: fc.constantFrom('none', 'none', 'none again', 'none', 'unknown file', 'poison'),
  }),
  { minLength: 1, maxLength: 40 },
);

/** Many who write at once, and the same people writing the same in turn, each alone: nobody can tell which it was. */
describe('messages that come together', () => {
  let desk: TestApp;
  let people: Record<Line['who'], Author>;
  let siteId: string;

  beforeAll(async () => {
    desk = await startTestApp();
    siteId = (await buildSite(desk)).id;
    const customer = await buildCustomer(desk, { site: { id: siteId } });
    const agent = await buildStaff(desk, { teams: [await buildTeam(desk)] });
    const stranger = await buildCustomer(desk, { site: { id: siteId } });
    people = {
      customer: { kind: 'customer', id: customer.id, name: customer.name, principals: [`customer:${customer.id}`] },
      agent: { kind: 'staff', id: agent.id, name: agent.name, principals: [`staff:${agent.id}`] },
      stranger: { kind: 'customer', id: stranger.id, name: '', principals: [`customer:${stranger.id}`] },
    };
  });
  afterAll(() => desk.close());

  async function cast(): Promise<string[]> {
    return await Promise.all(
      THREADS.map(async (thread) => {
        const id = newId();
        if (thread === 'missing') return id;
        await desk.database.query(
          `INSERT INTO conversations (id, site_id, customer_id, channel, handler, locale, closed_at)
           VALUES ($1, $2, $3, 'widget', $4, 'zh-CN', CASE WHEN $5 THEN desk_now() - interval '30 days' END)`,
          [id, siteId, people.customer.id, thread === 'bot' ? 'bot' : 'person', thread === 'closed'],
        );
        await desk.database.query('INSERT INTO conversation_grants SELECT $1, unnest($2::text[])', [
          id,
          [...people.customer.principals, ...people.agent.principals],
        ]);
        return id;
      }),
    );
  }

  const postOf = (line: Line, threads: string[]): Post => ({
    conversationId: threads[line.thread] as string,
    kind: line.who === 'agent' ? line.kind : 'message',
    clientMessageId: `message-${line.id}`,
    ...(line.who === 'agent' && line.seen !== null && { seenSeq: line.seen }),
    body: line.trouble === 'poison' ? 'nul \u0000 is no text' : `line ${line.id}`,
    ...(line.trouble === 'unknown file' && { attachmentIds: [randomUUID()] }),
  });

  /** What the sender hears: the numbers, or the code of what is wrong. */
  const heard = (answer: PromiseSettledResult<{ seq: number; customerSeq: number | null; body: string }>) =>
    answer.status === 'fulfilled'
      ? { seq: answer.value.seq, customerSeq: answer.value.customerSeq, body: answer.value.body }
      : ((answer.reason as { code?: string }).code ?? 'unknown');

  /** All that is left behind, but ids and times. */
  const left = async (threads: string[]) =>
    await Promise.all(
      threads.map(async (id) => ({
        conversation: await desk.database.query(
          `SELECT seq, customer_seq, preview, first_staff_reply_at IS NULL AS unanswered, awaiting_reply_since IS NULL AS calm,
                  last_customer_message_at IS NULL AS silent, last_activity_at > created_at AS moved
           FROM conversations WHERE id = $1`,
          [id],
        ),
        entries: await desk.database.query(
          `SELECT seq, customer_seq, kind, author_kind, author_id, author_name, channel, client_message_id, body, data, attachments
           FROM entries WHERE conversation_id = $1 ORDER BY seq`,
          [id],
        ),
        events: await desk.database.query(
          `SELECT type, payload - '{conversationId,entryId,at}'::text[] AS payload,
                  (SELECT seq FROM entries e WHERE e.id = (payload ->> 'entryId')::uuid) AS of
           FROM outbox WHERE key = 'conversation:' || $1::text ORDER BY id`,
          [id],
        ),
      })),
    );

  it('are answered and stored as if each had come alone', async () => {
    const posts = desk.get(Posts);
    await fc.assert(
      fc.asyncProperty(lines, async (said) => {
        const [together, alone] = [await cast(), await cast()];
        const entries = desk.get(Entries);
        const answers = await Promise.allSettled(
          said.map((line) => entries.post(people[line.who], postOf(line, together))),
        );
        const each: PromiseSettledResult<{ seq: number; customerSeq: number | null; body: string }>[] = [];
        for (const line of said) {
          const entry = postOf(line, alone);
          const post = {
            author: people[line.who],
            entry,
            conversationId: entry.conversationId,
            together: false,
            authorKey: '',
          };
          // biome-ignore lint/complexity/useLiteralKeys: the way that a message takes alone is nobody else's business.
          each.push(...(await Promise.allSettled([posts['alone'](post)])));
        }
        expect(answers.map(heard)).toEqual(each.map(heard));
        expect(await left(together)).toEqual(await left(alone));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('wait for nobody else’s conversation that is locked', async () => {
    const [locked, free] = (await cast()) as [string, string];
    const entries = desk.get(Entries);
    const say = (conversationId: string, n: number) =>
      entries.post(people.customer, { conversationId, kind: 'message', body: `${n}`, clientMessageId: `message-${n}` });
    let waiting: Promise<{ seq: number }>[] = [];
    await desk.database.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM conversations WHERE id = $1 FOR UPDATE', [locked]);
      waiting = [say(locked, 1), say(locked, 2)];
      expect((await say(free, 1)).seq).toBe(1);
      waiting.push(say(locked, 3));
      expect((await say(free, 2)).seq).toBe(2);
    });
    expect((await Promise.all(waiting)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('go together whatever stands in one of them: nobody is held up by a stranger’s emoji', async () => {
    const [first, second] = (await cast()) as [string, string];
    const entries = desk.get(Entries);
    const say = (conversationId: string, clientMessageId: string, body: string) =>
      entries.post(people.customer, { conversationId, kind: 'message', body, clientMessageId });
    // The first is a statement by itself; what comes while it is under way is the next one.
    const cut = `${'字'.repeat(119)}😀😀`;
    await Promise.all([say(first, 'begin', 'a'), say(first, 'emoji', cut), say(second, 'plain', 'b')]);
    const [row] = await desk.database.query<{ statements: number }>(
      `SELECT count(DISTINCT xmin::text)::int AS statements FROM entries
       WHERE conversation_id = ANY($1::uuid[]) AND client_message_id IN ('emoji', 'plain')`,
      [[first, second]],
    );
    expect(row?.statements).toBe(1);
    const [conversation] = await desk.database.query<{ preview: string }>(
      'SELECT preview FROM conversations WHERE id = $1',
      [first],
    );
    expect(conversation?.preview).toBe('字'.repeat(119));
  });
});
