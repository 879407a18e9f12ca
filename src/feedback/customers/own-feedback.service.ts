import { Injectable } from '@nestjs/common';
import type { FeedbackKind, FeedbackStatus, Locale, LocalizedText, OwnFeedbackView } from '../../contract/index.js';
import { Database } from '../../platform/db/index.js';
import { CustomerTickets } from '../../tickets/index.js';

const SHOWN = 50;

/** The state is the topic's; of the topic a customer reads its answer alone, and nobody else's words. */
const MINE = `
  SELECT f.id, f.kind, f.words, t.status, t.answer, f.created_at AS at, k.number
  FROM feedback f JOIN feedback_topics t ON t.id = f.topic_id LEFT JOIN tickets k ON k.id = f.ticket_id
  WHERE f.customer_id = $1 ORDER BY f.created_at DESC, f.id DESC LIMIT ${SHOWN}`;

/** $1 the reader, or null. Votes of others are a number. */
const PUBLIC_TOPICS = `
  SELECT t.id, t.title, t.area, t.status, t.answer, t.people,
         EXISTS (SELECT FROM feedback_votes v WHERE v.topic_id = t.id AND v.customer_id = $1) AS voted,
         EXISTS (SELECT FROM feedback f WHERE f.topic_id = t.id AND f.customer_id = $1) AS given
  FROM feedback_topics t
  WHERE t.public_at IS NOT NULL AND t.merged_into IS NULL AND ($2::text IS NULL OR t.area = $2)
  ORDER BY t.people DESC, t.public_at DESC LIMIT ${SHOWN}`;

interface MineRow {
  id: string;
  kind: FeedbackKind;
  words: string;
  status: FeedbackStatus;
  answer: LocalizedText | null;
  at: Date;
  number: string | null;
  [column: string]: unknown;
}

/** A topic as every customer may see it. */
export interface PublicTopic {
  id: string;
  title: LocalizedText;
  area: string | null;
  status: FeedbackStatus;
  answer: LocalizedText | null;
  people: number;
  /** The reader asked for it too, by a vote or in their own words. */
  voted: boolean;
  given: boolean;
}

/** What customers see of feedback: their own, and what the desk has made public. */
@Injectable()
export class OwnFeedback {
  constructor(
    private readonly database: Database,
    private readonly tickets: CustomerTickets,
  ) {}

  /** The newest first. */
  async of(customerId: string, locale: Locale): Promise<OwnFeedbackView[]> {
    const rows = await this.database.query<MineRow>(MINE, [customerId]);
    return rows.map(({ id, kind, words, status, answer, at, number }) => ({
      id,
      kind,
      words,
      status,
      ...(answer && { answer: answer[locale] }),
      at: at.toISOString(),
      ...(number && { caseNumber: number, caseUrl: this.tickets.linksOf(number).statusPath }),
    }));
  }

  /** Those that most asked for first. @param readerId whose own votes show */
  async publicTopics(readerId: string | undefined, area: string | undefined): Promise<PublicTopic[]> {
    return await this.database.query<PublicTopic & Record<string, unknown>>(PUBLIC_TOPICS, [
      readerId ?? null,
      area ?? null,
    ]);
  }

  /** Whose page it is; undefined when there is no such customer any more. */
  async reader(customerId: string): Promise<FeedbackReader | undefined> {
    return await this.database.one<FeedbackReader & Record<string, unknown>>(
      `SELECT id, site_id AS "siteId", locale, external_id IS NOT NULL AS identified,
              external_id IS NULL AND NOT EXISTS (SELECT FROM conversations v WHERE v.customer_id = c.id) AS "givesEmail"
       FROM customers c WHERE id = $1`,
      [customerId],
    );
  }
}

export interface FeedbackReader {
  id: string;
  siteId: string;
  locale: Locale;
  identified: boolean;
  /** Nobody but they says where they are reached, and nothing goes there yet but news of this page: its link opens no more. */
  givesEmail: boolean;
}
