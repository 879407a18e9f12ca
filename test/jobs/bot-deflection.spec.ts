import { Reckoning } from '../../src/bot/deflection/reckoning.service.js';
import { AnswerRatings } from '../../src/bot/index.js';
import type { BotOutcome } from '../../src/contract/index.js';
import { ConversationIdentified, conversationKey } from '../../src/conversations/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { Outbox } from '../../src/platform/outbox/index.js';
import { Tickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltDialogue, buildAnswer, buildDialogue } from '../support/dialogues.js';
import { buildCustomer, buildTeam } from '../support/factories.js';
import { buildTicket } from '../support/tickets.js';

const HOUR = 3_600_000;

describe('what came of a conversation with the bot', () => {
  let desk: TestApp;
  beforeAll(async () => {
    desk = await startTestApp();
    await buildTeam(desk, { key: 'frontline' });
  });
  afterAll(() => desk.close());

  const row = async ({ conversationId }: BuiltDialogue) =>
    (await desk.database.one<{
      outcome: BotOutcome | null;
      cameBack: boolean;
      askedAgain: boolean;
      articleId: string | null;
    }>(
      `SELECT outcome, came_back_at IS NOT NULL AS "cameBack", asked_again_at IS NOT NULL AS "askedAgain",
              article_id AS "articleId" FROM bot_dialogues WHERE conversation_id = $1`,
      [conversationId],
    )) as { outcome: BotOutcome | null; cameBack: boolean; askedAgain: boolean; articleId: string | null };
  const outcome = async (dialogue: BuiltDialogue) => (await row(dialogue)).outcome;
  const hours = (count: number) => desk.clock.advance(count * HOUR);
  const settle = () => desk.get(Reckoning).settleDue();
  const rate = async ({ conversationId }: BuiltDialogue, helped: boolean) => {
    const [answer] = await desk.database.query<{ id: string }>(
      'SELECT entry_id AS id FROM bot_answers WHERE conversation_id = $1 ORDER BY created_at DESC LIMIT 1',
      [conversationId],
    );
    await desk.get(AnswerRatings).rate(conversationId, answer?.id ?? '', helped);
  };
  const handOver = async ({ conversationId }: BuiltDialogue) => {
    await desk.database.transaction((tx) =>
      desk.get(Tickets).openForConversation(tx, { conversationId, reason: 'person_requested' }),
    );
    await desk.settle();
  };
  /** A case of this customer's that came by another way. */
  const contact = async (customer: { id: string; siteId: string }, category: 'earnings' | 'account' = 'earnings') => {
    await buildTicket(desk, { customer: { ...customer, name: '', externalId: null, shopId: null }, category });
    await desk.settle();
  };

  it('presumes after 72 hours of silence, not before, and counts who was left without an answer', async () => {
    const answered = await buildDialogue(desk);
    const unanswered = await buildDialogue(desk, { articles: [] });
    const unhelped = await buildDialogue(desk);
    await rate(unhelped, false);
    await hours(71.9);
    await settle();
    expect(await outcome(answered)).toBeNull();
    await hours(0.2);
    await settle();
    expect(await Promise.all([answered, unanswered, unhelped].map(outcome))).toEqual([
      'presumed',
      'abandoned',
      'abandoned',
    ]);
    expect(await settle()).toBe(0);
  });

  it('takes the customer at their word at once, and credits the article of which they said it', async () => {
    const [first, second, third] = [newId(), newId(), newId()];
    const dialogue = await buildDialogue(desk, { articles: [first, second] });
    await rate(dialogue, true);
    expect(await row(dialogue)).toEqual({
      outcome: 'confirmed',
      cameBack: false,
      askedAgain: false,
      articleId: second,
    });
    await buildAnswer(desk, dialogue.conversationId, { article: third });
    await hours(73);
    await settle();
    expect(await row(dialogue)).toMatchObject({ outcome: 'confirmed', articleId: second });
    const silent = await buildDialogue(desk, { articles: [first, third] });
    await hours(73);
    await settle();
    expect(await row(silent)).toMatchObject({ outcome: 'presumed', articleId: third });
  });

  it('hands over whenever a case comes of it, whatever was decided before', async () => {
    const confirmed = await buildDialogue(desk);
    await rate(confirmed, true);
    const presumed = await buildDialogue(desk);
    await hours(73);
    await settle();
    expect(await outcome(presumed)).toBe('presumed');
    await handOver(confirmed);
    await handOver(presumed);
    expect(await Promise.all([confirmed, presumed].map(row))).toMatchObject([
      { outcome: 'handed_over', cameBack: false },
      { outcome: 'handed_over', cameBack: false },
    ]);
    await settle();
    expect(await outcome(confirmed)).toBe('handed_over');
  });

  it('lets a contact on the same category within 72 hours count against it, and no other', async () => {
    const customers = await Promise.all([1, 2, 3, 4].map(() => buildCustomer(desk)));
    const [same, other, late, helped] = await Promise.all(
      customers.map((customer) => buildDialogue(desk, { customer })),
    );
    if (!same || !other || !late || !helped) throw new Error('four were built');
    await rate(helped, true);
    await hours(71);
    await contact(customers[0] as never);
    await contact(customers[1] as never, 'account');
    await contact(customers[3] as never);
    expect(await row(helped)).toMatchObject({ outcome: 'confirmed', cameBack: true });
    await hours(1.1);
    await settle();
    await contact(customers[2] as never);
    await settle();
    expect(await Promise.all([same, other, late, helped].map(row))).toMatchObject([
      { outcome: 'abandoned', cameBack: true },
      { outcome: 'presumed', cameBack: false },
      { outcome: 'presumed', cameBack: false },
      { outcome: 'confirmed', cameBack: true },
    ]);
  });

  it('sees that a case is about something else when somebody has sorted it', async () => {
    const customer = await buildCustomer(desk);
    const dialogue = await buildDialogue(desk, { customer });
    await rate(dialogue, true);
    await hours(1);
    const { ticketId } = await buildTicket(desk, { customer });
    await desk.settle();
    expect(await row(dialogue)).toMatchObject({ cameBack: true });
    const { version } = (await desk.database.one('SELECT version FROM tickets WHERE id = $1', [ticketId])) as {
      version: number;
    };
    const actor = { kind: 'system', id: null } as const;
    await desk.database.transaction((tx) =>
      desk.get(Tickets).edit(tx, { ticketId, version, patch: { category: 'account' }, actor }),
    );
    await desk.settle();
    expect(await row(dialogue)).toMatchObject({ outcome: 'confirmed', cameBack: false });
  });

  it('knows a customer again who has said who they are, or by what is verified of them', async () => {
    const anonymous = await buildCustomer(desk, { externalId: null });
    const known = await buildCustomer(desk, { phone: '+8613800138000' });
    const elsewhere = await buildCustomer(desk, { phone: '+8613800138000' });
    const stranger = await buildCustomer(desk, { phone: '+8613900139000' });
    await desk.database.query(
      `INSERT INTO contact_points (id, customer_id, kind, value, verified_by) VALUES ($1, $2, 'phone', '+8613800138000', 'customer')`,
      [newId(), stranger.id],
    );
    const [asked, own, unrelated] = [
      await buildDialogue(desk, { customer: anonymous }),
      await buildDialogue(desk, { customer: known, category: null }),
      await buildDialogue(desk, { customer: stranger }),
    ];
    await rate(unrelated, true);
    await desk.database.transaction(async (tx) => {
      const { conversationId } = asked;
      await tx.query('UPDATE conversations SET customer_id = $2 WHERE id = $1', [conversationId, known.id]);
      const fact = ConversationIdentified(conversationKey(conversationId), { conversationId, customerId: known.id });
      await desk.get(Outbox).add(tx, fact);
    });
    await desk.settle();
    await hours(5);
    await contact(elsewhere);
    await hours(68);
    await settle();
    expect(await Promise.all([asked, own, unrelated].map(row))).toMatchObject([
      { outcome: 'abandoned', cameBack: true, askedAgain: true },
      { outcome: 'abandoned', cameBack: true },
      { outcome: 'confirmed', cameBack: false },
    ]);
  });

  it('counts who asks the bot again, which is no contact with a person', async () => {
    const [customer, other] = [await buildCustomer(desk), await buildCustomer(desk)];
    const first = await buildDialogue(desk, { customer });
    const changing = await buildDialogue(desk, { customer: other });
    await hours(20);
    const second = await buildDialogue(desk, { customer });
    await buildDialogue(desk, { customer: other, category: 'account' });
    await hours(73);
    await settle();
    expect(await Promise.all([first, second, changing].map(row))).toMatchObject([
      { outcome: 'presumed', askedAgain: true },
      { outcome: 'presumed', askedAgain: false },
      { outcome: 'presumed', askedAgain: false },
    ]);
  });

  it('waits for what the bot has not come to yet, and is decided anew when it goes on later', async () => {
    const dialogue = await buildDialogue(desk, { articles: [] });
    await hours(60);
    await desk.database.query('UPDATE conversations SET last_customer_message_at = desk_now() WHERE id = $1', [
      dialogue.conversationId,
    ]);
    await hours(13);
    await settle();
    expect(await outcome(dialogue)).toBeNull();
    await hours(60);
    await settle();
    expect(await outcome(dialogue)).toBe('abandoned');
    await buildAnswer(desk, dialogue.conversationId, { article: newId() });
    await desk.database.query(
      'UPDATE bot_dialogues SET last_question_at = desk_now(), last_answer_at = desk_now() WHERE conversation_id = $1',
      [dialogue.conversationId],
    );
    await hours(71);
    await settle();
    expect(await outcome(dialogue)).toBe('abandoned');
    await hours(2);
    await settle();
    expect(await outcome(dialogue)).toBe('presumed');
  });

  it('is decided once by however many processes, and late after a stop', async () => {
    const shared = await buildCustomer(desk);
    const many = 1_200;
    await desk.database.query(
      `WITH asked AS (
         INSERT INTO conversations (id, site_id, customer_id, channel, locale)
         SELECT gen_random_uuid(), $2, $1, 'widget', 'en' FROM generate_series(1, $3::int) RETURNING id, site_id, customer_id)
       INSERT INTO bot_dialogues (conversation_id, site_id, customer_id, locale, first_question_at, last_question_at, tried)
       SELECT id, site_id, customer_id, 'en', desk_now(), desk_now(), '[{"kind": "look_up", "outcome": "found"}]' FROM asked`,
      [shared.id, shared.siteId, many],
    );
    await hours(400);
    const decided = await Promise.all([settle(), settle(), settle()]);
    expect(decided.reduce((sum, count) => sum + count, 0)).toBe(many);
    const rows = await desk.database.query(
      'SELECT outcome, count(*)::int AS count FROM bot_dialogues WHERE customer_id = $1 GROUP BY 1',
      [shared.id],
    );
    expect(rows).toEqual([{ outcome: 'presumed', count: many }]);
    expect(await settle()).toBe(0);
  });
});
