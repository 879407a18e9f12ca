import { Reckoning } from '../../../bot/index.js';
import type { BotEntry, BotFlagReason, BotTry } from '../../../contract/index.js';
import type { Transaction } from '../../../platform/db/index.js';
import type { Services } from '../index.js';
import { topicOf } from './bot-answer.js';
import type { Played } from './play.js';

type Row = Record<string, unknown>;

/** What a contact with a person costs the demo, in fen. */
const COST_PER_CONTACT = { amount: 1_800, currency: 'CNY' };
const DOORS: readonly BotEntry[] = ['home', 'search', 'home', 'article', 'home'];
const FLAGS: readonly [reason: BotFlagReason, note: string][] = [
  ['outdated', '入口已经改名，步骤对不上'],
  ['off_topic', '没有讲到客户说的这种情况'],
  ['incomplete', ''],
  ['wrong', '对公账户不走这个流程'],
  ['off_topic', ''],
];

/** Where the bot stood with each of these conversations when it ended. */
export function dialogueRows(played: readonly Played[], siteId: string): Row[] {
  return played.filter(({ botAnswers }) => botAnswers.length > 0).map((one, place) => dialogueRow(one, siteId, place));
}

function dialogueRow({ story, thread, ticket, botAnswers }: Played, siteId: string, place: number): Row {
  const questions = thread.entries.filter(({ id }) => botAnswers.some(({ question_id }) => question_id === id));
  const handedOverAt = ticket?.openedAt ?? null;
  const topic = topicOf(story);
  const second = botAnswers.find(({ attempt }) => attempt > 1);
  return {
    conversation_id: thread.id,
    site_id: siteId,
    customer_id: story.customer.id,
    locale: story.locale,
    entry: story.followUpOf ? 'follow_up' : story.category ? 'category' : DOORS[place % DOORS.length],
    category: topic.category,
    category_confidence: topic.categoryConfidence,
    form: {},
    asked: [],
    misses: botAnswers.filter(({ article_ids, outcome }) => article_ids.length === 0 || outcome === 'not_helped')
      .length,
    shown_article_ids: botAnswers.flatMap(({ article_ids }) => article_ids),
    tried: botAnswers.map((answer) => tryOf(answer, thread)),
    generated: false,
    needs_person_since: second?.created_at ?? null,
    needs_person_because: second ? 'not_helped' : null,
    answered_seq: questions.at(-1)?.seq ?? 0,
    first_question_at: questions[0]?.created_at,
    last_question_at: questions.at(-1)?.created_at,
    last_answer_at: botAnswers.at(-1)?.created_at,
    handed_over_at: handedOverAt,
    hand_over_reason: handedOverAt ? 'person_requested' : null,
    created_at: story.startedAt,
  };
}

function tryOf(answer: Played['botAnswers'][number], thread: Played['thread']): BotTry {
  const data = thread.entries.find(({ id }) => id === answer.entry_id)?.data;
  const articles = (data?.type === 'bot_answer' && data.citations) || [];
  const { outcome } = answer;
  return {
    kind: articles.length > 0 ? 'articles' : 'nothing',
    ...(articles.length > 0 && { articles }),
    ...((outcome === 'helped' || outcome === 'not_helped') && { outcome }),
    at: answer.created_at.toISOString(),
  };
}

/** What came of it all, as the desk itself reckons; with what a contact costs, and a few answers that colleagues call wrong. */
export async function reckonDialogues(tx: Transaction, services: Services, played: readonly Played[]): Promise<void> {
  await services.get(Reckoning).reckon(
    tx,
    played.map(({ thread }) => thread.id),
  );
  await tx.query(
    `UPDATE bot_dialogues d SET decided_at = CASE outcome WHEN 'handed_over' THEN handed_over_at
        WHEN 'confirmed' THEN (SELECT max(a.decided_at) FROM bot_answers a WHERE a.conversation_id = d.conversation_id)
        ELSE last_answer_at + interval '72 hours' END
      WHERE outcome IS NOT NULL`,
  );
  await tx.query('INSERT INTO bot_settings (settings) VALUES ($1) ON CONFLICT DO NOTHING', [
    JSON.stringify({ costPerContact: COST_PER_CONTACT }),
  ]);
  await tx.query(
    `WITH wrong AS (
       SELECT a.entry_id, a.conversation_id, a.created_at, row_number() OVER (ORDER BY a.created_at DESC) AS place
         FROM bot_answers a JOIN entries e ON e.id = a.entry_id
         JOIN ticket_conversations tc ON tc.conversation_id = a.conversation_id
        JOIN conversations c ON c.id = a.conversation_id
        WHERE e.data->>'outcome' = 'not_helped' AND c.locale = 'zh-CN' ORDER BY a.created_at DESC LIMIT 40
     ), said AS (SELECT * FROM unnest($1::int[], $2::text[], $3::text[]) AS f(place, reason, note))
     INSERT INTO bot_flags (entry_id, conversation_id, staff_id, reason, note, created_at)
     SELECT w.entry_id, w.conversation_id, t.assignee_id, f.reason, f.note, least(w.created_at + interval '9 minutes', desk_now())
       FROM said f JOIN LATERAL (
         SELECT w.*, row_number() OVER (ORDER BY w.place) AS n FROM wrong w
           JOIN ticket_conversations tc ON tc.conversation_id = w.conversation_id
           JOIN tickets t ON t.id = tc.ticket_id AND t.assignee_id IS NOT NULL
       ) w ON w.n = f.place
       JOIN ticket_conversations tc ON tc.conversation_id = w.conversation_id JOIN tickets t ON t.id = tc.ticket_id`,
    [FLAGS.map((_, index) => index * 4 + 1), FLAGS.map(([reason]) => reason), FLAGS.map(([, note]) => note)],
  );
}
