import { Injectable } from '@nestjs/common';
import { type BotBrief, HAND_OVER_REASONS, type HandOverReason } from '../../contract/index.js';
import { BOT, type ConversationSummary, Entries } from '../../conversations/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Categories } from '../../tickets/index.js';
import { briefOf } from './brief.js';
import { type DialogueFacts, KnownFacts } from './known-facts.service.js';

/** Messages of the beginning and of the end that a brief is made of. */
const READ_AT_EACH_END = 60;

export const isHandOver = (reason: string): reason is HandOverReason =>
  HAND_OVER_REASONS.some((known) => known === reason);

/** The note by which a person knows at a glance what the bot knew. */
@Injectable()
export class Briefs {
  constructor(
    private readonly entries: Entries,
    private readonly categories: Categories,
    private readonly facts: KnownFacts,
  ) {}

  /**
   * Leaves the note, once; the conversation is locked. Nothing where the bot has never said anything.
   * @param reason as the case was opened, e.g. by staff or by mail
   */
  async attach(tx: Transaction, conversation: ConversationSummary, reason: string): Promise<void> {
    const [noted, talk, dialogue, versions, categories] = await Promise.all([
      tx.one(`SELECT 1 FROM entries WHERE conversation_id = $1 AND kind = 'note' AND data ->> 'type' = 'bot_brief'`, [
        conversation.id,
      ]),
      this.entries.withBot(tx, conversation.id, READ_AT_EACH_END),
      this.facts.of(tx, conversation.id),
      versionsOf(tx, conversation.id),
      this.categories.all(),
    ]);
    if (noted || !talk.some(({ authorKind }) => authorKind === 'bot')) return;
    const brief = briefOf({
      because: isHandOver(reason) ? reason : 'taken_over',
      locale: conversation.locale,
      talk,
      category: categoryOf(conversation, dialogue),
      subCategory: dialogue?.subCategory ?? undefined,
      form: dialogue?.form ?? {},
      categories,
      versions,
    });
    await this.entries.add(tx, {
      conversationId: conversation.id,
      kind: 'note',
      author: BOT,
      body: brief.summary,
      data: { type: 'bot_brief', brief },
    });
  }
}

/** What the customer chose stands before what was guessed. */
function categoryOf(
  { category }: ConversationSummary,
  dialogue: DialogueFacts | undefined,
): BotBrief['category'] | undefined {
  if (category) return { key: category, confidence: 1, chosen: true };
  if (!dialogue?.category) return undefined;
  const { category: key, categoryConfidence: confidence } = dialogue;
  return { key, confidence, chosen: confidence >= 1 };
}

async function versionsOf(tx: Transaction, conversationId: string): Promise<Map<string, number>> {
  const rows = await tx.query<{ shown: string; version: number }>(
    `SELECT a.entry_id || ' ' || v.article_id AS shown, v.version
     FROM bot_answers a, unnest(a.article_ids, a.article_versions) AS v(article_id, version)
     WHERE a.conversation_id = $1 AND v.version IS NOT NULL`,
    [conversationId],
  );
  return new Map(rows.map(({ shown, version }) => [shown, version]));
}
