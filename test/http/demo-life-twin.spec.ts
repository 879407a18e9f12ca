import { CAPACITY, seedHouse } from '../../src/cli/seed/index.js';
import { tellLife } from '../../src/cli/seed/life/index.js';
import type { Played } from '../../src/cli/seed/life/play.js';
import { insert, rowsOf } from '../../src/cli/seed/life/rows.js';
import { Queue } from '../../src/routing/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { replay } from '../support/replay.js';

/** All that is left of a story, without what differs by nature: ids, numbers, how busy people were. */
const LEFT = `
  SELECT c.handler, c.category, c.locale, c.seq, c.customer_seq,
    c.preview,
    (SELECT jsonb_agg(jsonb_build_object('seq', e.seq, 'customerSeq', e.customer_seq, 'kind', e.kind, 'by', e.author_kind,
       'author', e.author_id, 'name', e.author_name, 'channel', e.channel, 'typed', e.client_message_id IS NOT NULL,
       'body', e.body,
       'data', e.data - 'number' #- '{brief,tried,0,at}' #- '{brief,tried,1,at}') ORDER BY e.seq) FROM entries e WHERE e.conversation_id = c.id) AS entries,
    (SELECT jsonb_agg(principal ORDER BY principal) FROM conversation_grants g WHERE g.conversation_id = c.id) AS grants,
    (SELECT jsonb_agg(to_jsonb(b) - ARRAY['entry_id', 'conversation_id', 'question_id', 'created_at', 'decided_at']
      ORDER BY b.attempt) FROM bot_answers b
      WHERE b.conversation_id = c.id) AS answers,
    to_jsonb(t) - ARRAY['id', 'number', 'opened_at', 'resolved_at', 'closed_at', 'last_activity_at', 'next_due_at',
      'reopened_at', 'customer_due_at', 'next_due_started_at', 'escalated_at', 'rated_at', 'search_text', 'search'] AS ticket, tc.settled_seq,
    (SELECT jsonb_agg(jsonb_build_object('kind', v.kind, 'by', v.actor_kind, 'actor', v.actor_id, 'visible', v.customer_visible,
       'data', v.data - 'load' - 'fit' - 'considered' - 'reason' - 'waitedSeconds' - 'dueAt' - 'clockId', 'public', v.public_data) ORDER BY v.created_at, v.id)
      FROM ticket_events v WHERE v.ticket_id = t.id) AS timeline,
    (SELECT jsonb_agg(jsonb_build_object('kind', k.kind, 'state', k.state, 'target', k.target_seconds, 'rung', k.next_rung,
       'fired', (SELECT count(*) FROM escalations x WHERE x.clock_id = k.id)) ORDER BY k.started_at, k.kind)
      FROM clocks k WHERE k.ticket_id = t.id) AS clocks,
    (SELECT jsonb_agg(jsonb_build_object('team', r.team_id, 'staff', r.staff_id) ORDER BY r.assigned_at)
      FROM routed_tickets r WHERE r.ticket_id = t.id) AS routed,
    (SELECT to_jsonb(q) - ARRAY['ticket_id', 'enqueued_at', 'rank_at'] FROM queue_items q WHERE q.ticket_id = t.id) AS queued
  FROM conversations c LEFT JOIN ticket_conversations tc ON tc.conversation_id = c.id LEFT JOIN tickets t ON t.id = tc.ticket_id
  WHERE c.id = $1`;

/** Every time of it, in one order, as milliseconds. */
const TIMES = `
  SELECT array_agg(extract(epoch FROM at) * 1000 ORDER BY what, at) AS times FROM (
    SELECT 'a' AS what, unnest(ARRAY[first_staff_reply_at, awaiting_reply_since, last_customer_message_at, last_activity_at, closed_at]) AS at
      FROM conversations WHERE id = $1
    UNION ALL SELECT 'b', created_at FROM entries WHERE conversation_id = $1
    UNION ALL SELECT 'c', unnest(ARRAY[t.opened_at, t.resolved_at, t.closed_at, t.reopened_at, t.last_activity_at, t.next_due_at, t.customer_due_at, t.escalated_at, t.rated_at])
      FROM tickets t JOIN ticket_conversations tc ON tc.ticket_id = t.id WHERE tc.conversation_id = $1
    UNION ALL SELECT 'd', unnest(ARRAY[k.started_at, k.due_at, k.met_at]) FROM clocks k
      JOIN ticket_conversations tc ON tc.ticket_id = k.ticket_id WHERE tc.conversation_id = $1) all_times
  WHERE at IS NOT NULL`;

const TOLERANCE_MILLISECONDS = 20_000;

/** Stories of every kind; those at whose end somebody waits are told in the other spec. */
const KINDS: [kind: string, is: (played: Played) => boolean][] = [
  ['the bot helped', ({ botAnswers }) => botAnswers[0]?.outcome === 'helped'],
  ['the bot was asked and left alone', ({ botAnswers, ticket }) => !ticket && botAnswers[0]?.outcome === 'not_helped'],
  ['closed by the front line', (one) => is(one, 'closed') && !handedOver(one) && !reopened(one)],
  ['closed by a specialist', (one) => is(one, 'closed') && handedOver(one)],
  ['opened again by its customer', (one) => is(one, 'closed') && reopened(one)],
  ['escalated', (one) => is(one, 'closed') && (one.ticket?.clocks.escalations.length ?? 0) > 0],
  ['resolved', (one) => is(one, 'resolved')],
  ['cancelled', (one) => is(one, 'cancelled')],
  ['pending', (one) => is(one, 'pending')],
  ['on hold', (one) => is(one, 'on_hold')],
  ['being answered', (one) => is(one, 'open') && one.ticket?.assignee !== null],
];
const is = ({ ticket, story, thread }: Played, status: string) =>
  ticket?.status === status && !story.followUpOf && thread.files.length === 0;
const handedOver = ({ story }: Played) => story.steps.some((step) => step.do === 'hand_over');
const reopened = ({ ticket }: Played) =>
  ticket?.timeline.some(({ data }) => data.because === 'customer_wrote') ?? false;

describe('a story of the demo', () => {
  let desk: TestApp;
  let site: { id: string };
  let played: Played[];
  beforeAll(async () => {
    desk = await startTestApp({ env: { DEMO: 'true' } });
    ({ site } = await seedHouse(desk, { shopPort: 1 }));
    await desk.settle();
    played = await desk.database.transaction(async (tx) => {
      const told = await tellLife(tx, desk, site, { capacity: CAPACITY });
      for (const [table, rows] of Object.entries(told.population.rows)) await insert(tx, table, rows);
      return told.played;
    });
  }, 60_000);
  afterAll(() => desk.close());

  it.each(KINDS)(
    'leaves what the product leaves when it is played: %s',
    async (_, fits) => {
      const told = played.find(fits);
      if (!told) throw new Error('there is none');
      const conversationId = await replay(desk, told, site);
      await desk.database.transaction(async (tx) => {
        for (const [table, rows] of rowsOf([told], site.id)) await insert(tx, table, rows);
        if (told.ticket) await desk.get(Queue).sync(tx, told.ticket.id);
      });
      const left = async (id: string) => (await desk.database.one(LEFT, [id])) as object;
      expect(await left(told.thread.id)).toEqual(await left(conversationId));
      const times = async (id: string) =>
        ((await desk.database.one<{ times: string[] }>(TIMES, [id]))?.times ?? []).map(Number);
      const [seeded, real] = [await times(told.thread.id), await times(conversationId)];
      expect(seeded).toHaveLength(real.length);
      for (const [place, time] of seeded.entries())
        expect(Math.abs(time - (real[place] as number))).toBeLessThan(TOLERANCE_MILLISECONDS);
    },
    60_000,
  );
});
