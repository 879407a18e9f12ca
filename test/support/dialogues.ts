import type { BotEntry, CategoryKey, HandOverReason, Locale } from '../../src/contract/index.js';
import { newId } from '../../src/platform/clock/index.js';
import type { TestApp } from './app.js';
import { buildCustomer } from './factories.js';

export interface BuiltDialogue {
  conversationId: string;
  customerId: string;
  siteId: string;
}

/** A conversation with the bot as its rows stand after one question, asked now. */
export async function buildDialogue(
  desk: TestApp,
  options: {
    customer?: { id: string; siteId: string };
    category?: CategoryKey | null;
    locale?: Locale;
    entry?: BotEntry;
    reason?: HandOverReason;
    /** Shown as the answer, in one message each. */
    articles?: string[];
  } = {},
): Promise<BuiltDialogue> {
  const { id: customerId, siteId } = options.customer ?? (await buildCustomer(desk));
  const conversationId = newId();
  const { category = 'earnings', locale = 'zh-CN', entry = 'home', articles = [newId()] } = options;
  await desk.database.query(
    `INSERT INTO conversations (id, site_id, customer_id, channel, category, locale, last_customer_message_at)
     VALUES ($1, $2, $3, 'widget', $4, $5, desk_now())`,
    [conversationId, siteId, customerId, category, locale],
  );
  await desk.database.query('INSERT INTO conversation_grants (conversation_id, principal) VALUES ($1, $2)', [
    conversationId,
    `customer:${customerId}`,
  ]);
  await desk.database.query(
    `INSERT INTO bot_dialogues (conversation_id, site_id, customer_id, locale, entry, category, hand_over_reason,
                                first_question_at, last_question_at, last_answer_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, desk_now(), desk_now(), desk_now())`,
    [conversationId, siteId, customerId, locale, entry, category, options.reason ?? null],
  );
  for (const article of articles) await buildAnswer(desk, conversationId, { article });
  return { conversationId, customerId, siteId };
}

/** A question and the bot's answer in it, of which nothing has been said. @returns the answer's entry */
export async function buildAnswer(
  desk: TestApp,
  conversationId: string,
  {
    article,
    question = '提现失败怎么办',
    outcome,
  }: { article?: string; question?: string; outcome?: 'helped' | 'not_helped' } = {},
): Promise<string> {
  const questionId = await addEntry(desk, conversationId, { by: 'customer', body: question, data: null });
  const links = article
    ? [{ articleId: article, title: '文章', excerpt: '', url: `/help/zh-CN/articles/${article}` }]
    : [];
  const data = { type: 'bot_answer', articles: links, confident: true, attempt: 1, ...(outcome && { outcome }) };
  const entryId = await addEntry(desk, conversationId, { by: 'bot', body: '答案', data });
  await desk.database.query(
    `INSERT INTO bot_answers (entry_id, conversation_id, question_id, article_ids, confidence, sure, outcome, decided_at)
     VALUES ($1, $2, $3, $4, 0.8, true, $5, desk_now())`,
    [entryId, conversationId, questionId, article ? [article] : [], outcome ?? null],
  );
  return entryId;
}

async function addEntry(
  desk: TestApp,
  conversationId: string,
  { by, body, data }: { by: 'customer' | 'bot'; body: string; data: object | null },
): Promise<string> {
  const id = newId();
  await desk.database.query(
    `WITH numbered AS (UPDATE conversations SET seq = seq + 1, customer_seq = customer_seq + 1 WHERE id = $2 RETURNING seq)
     INSERT INTO entries (id, conversation_id, seq, customer_seq, kind, author_kind, author_name, channel, body, data, attachments, created_at)
     SELECT $1, $2, seq, seq, 'message', $3, '', 'widget', $4, $5, '[]', desk_now() FROM numbered`,
    [id, conversationId, by, body, data],
  );
  return id;
}
