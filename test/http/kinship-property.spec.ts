import fc from 'fast-check';
import { Conversations, Entries, Grants, staffAuthor } from '../../src/conversations/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { CustomerTickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildSite, buildTeam } from '../support/factories.js';
import { type AgentAtWork, agentAtWork } from '../support/rescue.js';
import { buildConversation, buildTicket } from '../support/tickets.js';

const RUNS = Number(process.env.DEEP_RUNS ?? 0) > 0 ? 60 : 6;

/** A thread of somebody's, and the number it was opened as: the one thing about it that never changes. */
interface Known {
  conversationId: string;
  number: string;
  customerId: string;
  say: (body: string) => Promise<void>;
}

const place = fc.nat(20);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('merge' as const), one: place, other: place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('split' as const), one: place }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('write' as const), one: place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reply' as const), one: place }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      one: place,
      to: fc.constantFrom('open', 'pending', 'on_hold', 'resolved', 'closed', 'cancelled'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('give' as const), one: place, to: place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('confirm' as const), one: place, solved: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('watch' as const), one: place }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

describe('any row of merges, splits, reopenings and messages', () => {
  let desk: TestApp;
  let teams: BuiltTeam[];
  let site: { id: string };
  let boss: AgentAtWork;
  let people: AgentAtWork[];

  beforeAll(async () => {
    desk = await startTestApp();
    teams = [await buildTeam(desk, { key: 'frontline' }), await buildTeam(desk)];
    site = await buildSite(desk);
    boss = await agentAtWork(desk, { teams, presence: 'busy', capacity: 50, role: 'admin' });
    people = await Promise.all(
      teams.map((team) => agentAtWork(desk, { teams: [team], presence: 'busy', capacity: 50 })),
    );
  });
  afterAll(() => desk.close());

  async function begin(): Promise<Known[]> {
    const threads: Known[] = [];
    for (let n = 0; n < 4; n += 1) {
      // Two of the four are one customer's.
      const customer = n === 3 ? threads[2] : undefined;
      const options = customer ? { customer: await customerOf(customer) } : { site };
      const { conversationId, number, customer: of, say } = await buildTicket(desk, options);
      threads.push({ conversationId, number, customerId: of.id, say });
    }
    return threads;
  }
  const customerOf = async ({ customerId }: Known) => {
    const row = await desk.database.one<{ name: string; externalId: string | null }>(
      'SELECT name, external_id AS "externalId" FROM customers WHERE id = $1',
      [customerId],
    );
    return {
      id: customerId,
      siteId: site.id,
      name: row?.name ?? '',
      externalId: row?.externalId ?? null,
      shopId: null,
    };
  };

  const post = (number: string, what: string, body: object) =>
    boss.http.post(`/api/tickets/${number}/${what}`).send(body);

  /** What is not possible at this moment is refused in words; a defect is not. */
  async function carryOut(threads: Known[], asked: Step): Promise<void> {
    const pick = (at: number) => threads[at % threads.length] as Known;
    const one = pick(asked.one);
    const status = async (answer: PromiseLike<{ status: number; body: { code?: string; number?: string } }>) => {
      const { status: code, body } = await answer;
      expect([200, 201, 204, 400, 403, 409]).toContain(code);
      return code < 300 ? body : undefined;
    };
    switch (asked.do) {
      case 'merge':
        return void (await status(post(one.number, 'merges', { into: pick(asked.other).number })));
      case 'move':
        return void (await status(post(one.number, 'transitions', { to: asked.to })));
      case 'watch':
        return void (await status(boss.http.post(`/api/tickets/${one.number}/watchers/me`)));
      case 'give': {
        const to = people[asked.to % people.length] as AgentAtWork;
        return void (await status(post(one.number, 'assignments', { teamId: to.teamIds[0], staffId: to.id })));
      }
      case 'confirm':
        return await desk
          .get(CustomerTickets)
          .confirm(one, one.number, asked.solved)
          .then(
            () => undefined,
            (error) => expect(['illegal_transition', 'conflict']).toContain(error.code),
          );
      case 'write':
        return await one.say('又来了');
      case 'reply':
        await desk.get(Entries).post(staffAuthor(boss.principal), {
          conversationId: one.conversationId,
          kind: 'message',
          body: '在看',
          clientMessageId: newId(),
        });
        return;
      case 'split': {
        const entry = await desk.database.one<{ id: string }>(
          `SELECT id FROM entries WHERE conversation_id = $1 AND author_kind = 'customer' ORDER BY seq DESC LIMIT 1`,
          [one.conversationId],
        );
        const made = await status(
          post(one.number, 'splits', { conversationId: one.conversationId, entryIds: [entry?.id] }),
        );
        if (made?.number) threads.push(await splitOff(one, made.number));
      }
    }
  }

  async function splitOff(from: Known, number: string): Promise<Known> {
    const row = await desk.database.one<{ id: string }>(
      'SELECT conversation_id AS id FROM ticket_conversations tc JOIN tickets t ON t.id = tc.ticket_id WHERE t.number = $1',
      [number],
    );
    const conversationId = row?.id ?? '';
    const { principal } = await buildConversation(desk, { customer: await customerOf(from) });
    const author = { kind: 'customer' as const, id: principal.customerId, name: '', principals: [] };
    return {
      conversationId,
      number,
      customerId: from.customerId,
      say: async (body) => {
        await desk.database.transaction((tx) =>
          desk.get(Entries).add(tx, { conversationId, kind: 'message', author, body }),
        );
      },
    };
  }

  async function checkAll(threads: Known[]): Promise<void> {
    const chains = await desk.database.query(
      `SELECT FROM tickets s JOIN tickets t ON t.id = s.merged_into WHERE t.merged_into IS NOT NULL
       UNION ALL SELECT FROM ticket_conversations tc JOIN tickets t ON t.id = tc.ticket_id WHERE t.merged_into IS NOT NULL`,
    );
    expect(chains).toEqual([]);
    const tickets = desk.get(CustomerTickets);
    const views = await tickets.customerTickets(threads.map(({ conversationId }) => conversationId));
    for (const { conversationId, number, customerId } of threads) {
      expect(views.get(conversationId)?.number).toBe(number);
      expect(await tickets.own({ customerId }, number)).toMatchObject({ conversationId });
      const { body } = await boss.http.get(`/api/tickets/${number}`).expect(200);
      expect(body.conversationIds).toContain(conversationId);
      const foreign = threads.filter((other) => other.customerId !== customerId);
      for (const other of foreign)
        await expect(tickets.own({ customerId }, other.number)).rejects.toMatchObject({ code: 'not_found' });
      const own = (await tickets.ofCustomer({ customerId }, { limit: 50 })).map(({ ticket }) => ticket);
      const numbers = foreign.map((other) => other.number);
      for (const ticket of own) for (const secret of numbers) expect(JSON.stringify(ticket)).not.toContain(secret);
      expect(await seenBy(conversationId)).toEqual(await shouldSee(conversationId));
      const mine = await desk.get(Conversations).ofCustomer(customerId);
      expect(mine.map(({ id }) => id)).toContain(conversationId);
    }
  }

  const seenBy = async (conversationId: string) => (await desk.get(Grants).of(conversationId)).sort();

  /** As the table of permissions says it of the case that has the conversation. */
  async function shouldSee(conversationId: string): Promise<string[]> {
    const row = await desk.database.one<{
      team: string;
      assignee: string | null;
      watchers: string[];
      customer: string;
    }>(
      `SELECT t.team_id AS team, t.assignee_id AS assignee, v.customer_id AS customer,
              ARRAY(SELECT staff_id::text FROM ticket_watchers w WHERE w.ticket_id = t.id) AS watchers
       FROM ticket_conversations tc JOIN tickets t ON t.id = tc.ticket_id JOIN conversations v ON v.id = tc.conversation_id
       WHERE tc.conversation_id = $1`,
      [conversationId],
    );
    if (!row) return [];
    const staff = new Set([...row.watchers, ...(row.assignee ? [row.assignee] : [])]);
    return [
      `customer:${row.customer}`,
      `team:${row.team}`,
      'role:admin',
      ...[...staff].map((id) => `staff:${id}`),
    ].sort();
  }

  it('leaves every conversation in one case, every number leading somewhere, and each customer with their own alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), fc.boolean(), async (steps, atOnce) => {
        const threads = await begin();
        if (atOnce) {
          // Pairs of deeds at the same moment.
          for (let at = 0; at < steps.length; at += 2)
            await Promise.all(steps.slice(at, at + 2).map((one) => carryOut(threads, one)));
        } else for (const one of steps) await carryOut(threads, one);
        await desk.settle();
        await checkAll(threads);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});
