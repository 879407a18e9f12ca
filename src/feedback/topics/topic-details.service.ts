import { Injectable } from '@nestjs/common';
import type {
  FeedbackKind,
  FeedbackTopicView,
  FeedbackView,
  FeedbackWay,
  LocalizedText,
} from '../../contract/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Tellings } from '../telling/tellings.service.js';
import { FeedbackHistory } from './history.service.js';
import { TOPIC_COLUMNS, type TopicRow, topicItem } from './topic-lists.service.js';

const SHOWN = 100;

const TOPIC = `
  SELECT ${TOPIC_COLUMNS}, t.answer, t.merged_into AS "mergedInto", (
           SELECT count(*)::int FROM feedback_votes v WHERE v.topic_id = t.id
             AND NOT EXISTS (SELECT FROM feedback f WHERE f.topic_id = t.id AND f.customer_id = v.customer_id)) AS votes, (
           SELECT count(*)::int FROM (SELECT customer_id FROM feedback WHERE topic_id = t.id
                                      UNION SELECT customer_id FROM feedback_votes WHERE topic_id = t.id) p
           JOIN customers c ON c.id = p.customer_id
           WHERE c.external_id IS NOT NULL OR EXISTS (SELECT FROM visitor_sessions v WHERE v.customer_id = c.id)
              OR EXISTS (SELECT FROM conversations o WHERE o.customer_id = c.id)
              OR EXISTS (SELECT FROM contact_points e WHERE e.customer_id = c.id AND e.kind = 'email')) AS reachable
  FROM feedback_topics t WHERE t.id = $1`;

const PIECES = `
  SELECT f.id, f.kind, f.area, f.words, f.way, f.created_at AS at, c.id AS "customerId", c.name,
         c.external_id IS NOT NULL AS identified, s.name AS "shopName", i.name AS "siteName", became.number AS "caseNumber",
         origin.number AS "fromCase"
  FROM feedback f JOIN customers c ON c.id = f.customer_id LEFT JOIN shops s ON s.id = c.shop_id
  JOIN sites i ON i.id = f.site_id
  LEFT JOIN tickets became ON became.id = f.ticket_id LEFT JOIN tickets origin ON origin.id = f.from_ticket_id
  WHERE f.topic_id = $1 ORDER BY f.created_at DESC, f.id DESC LIMIT ${SHOWN}`;

interface PieceRow {
  id: string;
  kind: FeedbackKind;
  area: string | null;
  words: string;
  way: FeedbackWay;
  at: Date;
  customerId: string;
  name: string;
  identified: boolean;
  shopName: string | null;
  siteName: string;
  caseNumber: string | null;
  fromCase: string | null;
  [column: string]: unknown;
}

type DetailRow = TopicRow & {
  answer: LocalizedText | null;
  mergedInto: string | null;
  votes: number;
  reachable: number;
};

/** A topic as staff see it, whole. */
@Injectable()
export class TopicDetails {
  constructor(
    private readonly database: Database,
    private readonly history: FeedbackHistory,
    private readonly tellings: Tellings,
  ) {}

  /** @throws DeskError `not_found` */
  async of(id: string): Promise<FeedbackTopicView> {
    const row = await this.database.one<DetailRow>(TOPIC, [id]);
    if (!row) throw new DeskError('not_found');
    const [pieces, history, tellings] = await Promise.all([
      this.database.query<PieceRow>(PIECES, [id]),
      this.history.of(id),
      this.tellings.of(id),
    ]);
    const { answer, mergedInto, votes, reachable } = row;
    return {
      ...topicItem(row),
      ...(answer && { answer }),
      ...(mergedInto && { mergedInto }),
      votes,
      reachable,
      feedback: pieces.map(piece),
      history,
      tellings,
    };
  }
}

function piece({ id, kind, area, words, way, at, siteName, caseNumber, fromCase, ...who }: PieceRow): FeedbackView {
  const { customerId, name, identified, shopName } = who;
  return {
    id,
    kind,
    ...(area && { area }),
    words,
    way,
    at: at.toISOString(),
    customer: { id: customerId, name, identified, ...(shopName && { shopName }) },
    siteName,
    ...(caseNumber && { caseNumber }),
    ...(fromCase && { fromCase }),
  };
}
