import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { FeedbackKind, FeedbackStatus, FeedbackTopicItemView, LocalizedText, Page } from '../../contract/index.js';
import { Database } from '../../platform/db/index.js';
import { cursorColumn, cursorOf, cursorTime, id } from '../../platform/http/index.js';
import { ALIKE, likeness } from './likeness.js';
import type { TopicQuery } from './topic.inputs.js';

const cursor = cursorOf(z.strictObject({ at: cursorTime, id, people: z.int().min(0) }));

export interface TopicRow {
  id: string;
  title: LocalizedText | null;
  words: string;
  kinds: FeedbackKind[];
  area: string | null;
  status: FeedbackStatus;
  people: number;
  count: number;
  public: boolean;
  changedAt: Date;
  cursorAt: string;
  version: number;
  [column: string]: unknown;
}

/** Of topic `t`. */
export const TOPIC_COLUMNS = `
  t.id, t.title, t.area, t.status, t.people, t.public_at IS NOT NULL AS public, t.changed_at AS "changedAt",
  ${cursorColumn('t.changed_at')} AS "cursorAt", t.version,
  coalesce((SELECT left(f.words, 240) FROM feedback f WHERE f.topic_id = t.id ORDER BY f.created_at, f.id LIMIT 1), '') AS words,
  ARRAY(SELECT DISTINCT f.kind FROM feedback f WHERE f.topic_id = t.id ORDER BY 1) AS kinds,
  (SELECT count(*)::int FROM feedback f WHERE f.topic_id = t.id) AS count`;

const ORDER = {
  changed: { after: '(t.changed_at, t.id) < ($6::timestamptz, $7::uuid)', by: 't.changed_at DESC, t.id DESC' },
  people: {
    after: '(t.people, t.changed_at, t.id) < ($8::int, $6::timestamptz, $7::uuid)',
    by: 't.people DESC, t.changed_at DESC, t.id DESC',
  },
};

/** $1 kind, $2 area, $3 status, $4 words as a pattern, $5 public or not, $6 to $8 where the page before ended, $9 how many. */
const pageSql = (sort: TopicQuery['sort']) => `
  SELECT ${TOPIC_COLUMNS} FROM feedback_topics t
  WHERE t.merged_into IS NULL
    AND ($1::text IS NULL OR EXISTS (SELECT FROM feedback f WHERE f.topic_id = t.id AND f.kind = $1))
    AND ($2::text IS NULL OR t.area = $2)
    AND ($3::text IS NULL OR t.status = $3)
    AND ($4::text IS NULL OR t.title->>'zh-CN' ILIKE $4 OR t.title->>'en' ILIKE $4
         OR EXISTS (SELECT FROM feedback f WHERE f.topic_id = t.id AND f.words ILIKE $4))
    AND ($5::boolean IS NULL OR (t.public_at IS NOT NULL) = $5)
    AND ($6::timestamptz IS NULL OR ${ORDER[sort].after})
    AND $8::int IS NOT DISTINCT FROM $8::int
  ORDER BY ${ORDER[sort].by} LIMIT $9`;

/** The newest that share any unit; those most alike are picked from these. */
const CANDIDATES = `
  SELECT f.topic_id AS "topicId", f.units FROM feedback f JOIN feedback_topics t ON t.id = f.topic_id
  WHERE f.units && $1::text[] AND f.topic_id <> $2 AND t.merged_into IS NULL ORDER BY f.created_at DESC LIMIT 2000`;
const LIKE_SHOWN = 6;
const COMPARED_PIECES = 40;

/** Topics as staff list them. */
@Injectable()
export class TopicLists {
  constructor(private readonly database: Database) {}

  /** @throws DeskError `invalid_input` for a cursor of none of its lists */
  async page(query: TopicQuery): Promise<Page<FeedbackTopicItemView>> {
    const { kind, area, status, words, public: isPublic, sort, limit } = query;
    const after = query.cursor === undefined ? undefined : cursor.decode(query.cursor);
    const rows = await this.database.query<TopicRow>(pageSql(sort), [
      kind ?? null,
      area ?? null,
      status ?? null,
      words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null,
      isPublic ?? null,
      after?.at ?? null,
      after?.id ?? null,
      after?.people ?? null,
      limit + 1,
    ]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(topicItem),
      ...(last && { nextCursor: cursor.encode({ at: last.cursorAt, id: last.id, people: last.people }) }),
    };
  }

  /** Other topics in which people say much the same, the likest first. */
  async alike(topicId: string): Promise<FeedbackTopicItemView[]> {
    const own = await this.database.query<{ units: string[] }>(
      `SELECT units FROM feedback WHERE topic_id = $1 ORDER BY created_at DESC LIMIT ${COMPARED_PIECES}`,
      [topicId],
    );
    const units = [...new Set(own.flatMap((piece) => piece.units))];
    if (units.length === 0) return [];
    const others = await this.database.query<{ topicId: string; units: string[] }>(CANDIDATES, [units, topicId]);
    const best = new Map<string, number>();
    for (const other of others) {
      const much = Math.max(...own.map((piece) => likeness(piece.units, other.units)));
      if (much >= ALIKE && much > (best.get(other.topicId) ?? 0)) best.set(other.topicId, much);
    }
    const ids = [...best]
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, LIKE_SHOWN)
      .map(([id]) => id);
    const rows = await this.database.query<TopicRow>(
      `SELECT ${TOPIC_COLUMNS} FROM feedback_topics t WHERE t.id = ANY($1::uuid[]) ORDER BY array_position($1::uuid[], t.id)`,
      [ids],
    );
    return rows.map(topicItem);
  }
}

export function topicItem(row: TopicRow): FeedbackTopicItemView {
  const { id, title, words, kinds, area, status, people, count, changedAt, version } = row;
  return {
    id,
    ...(title && { title }),
    words,
    kinds,
    ...(area && { area }),
    status,
    people,
    count,
    public: row.public,
    changedAt: changedAt.toISOString(),
    version,
  };
}
