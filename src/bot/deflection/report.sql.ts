import type { DeflectionDimension } from '../../contract/index.js';
import { CREDITED_ARTICLE } from './facts.sql.js';

const KEYS: Record<DeflectionDimension, string> = {
  category: 'd.category',
  article: `(${CREDITED_ARTICLE})::text`,
  language: 'd.locale',
  entry: 'd.entry',
  day: `to_char(d.first_question_at AT TIME ZONE $3, 'YYYY-MM-DD')`,
};

/** Since the beginning of $1 until the end of $2, days in zone $3: dialogues `d` in which something was asked. */
export const ASKED_IN_PERIOD = `
  d.first_question_at >= $1::date::timestamp AT TIME ZONE $3 AND d.first_question_at < ($2::date + 1)::timestamp AT TIME ZONE $3`;

/** Rows by key (`level` 1), by reason of those handed over (2), and of all (3), in one pass over the period. */
export const DEFLECTION_REPORT = (by: DeflectionDimension): string => `
  SELECT CASE WHEN grouping(key) = 0 THEN 1 WHEN grouping(reason) = 0 THEN 2 ELSE 3 END AS level, key, reason,
         count(*) FILTER (WHERE outcome = 'confirmed')::int AS confirmed,
         count(*) FILTER (WHERE outcome = 'presumed')::int AS presumed,
         count(*) FILTER (WHERE outcome = 'abandoned')::int AS abandoned,
         count(*) FILTER (WHERE outcome = 'handed_over')::int AS "handedOver",
         count(*) FILTER (WHERE outcome IS NULL)::int AS undecided,
         count(*) FILTER (WHERE outcome = 'confirmed' AND came_back_at IS NOT NULL)::int AS "cameBack",
         count(*) FILTER (WHERE outcome = 'abandoned' AND came_back_at IS NOT NULL)::int AS "turnedToPerson",
         count(*) FILTER (WHERE outcome <> 'handed_over' AND asked_again_at IS NOT NULL)::int AS "askedAgain"
    FROM (
      SELECT ${KEYS[by]} AS key, CASE WHEN d.outcome = 'handed_over' THEN coalesce(d.hand_over_reason, '') END AS reason,
             d.outcome, d.came_back_at, d.asked_again_at
        FROM bot_dialogues d WHERE ${ASKED_IN_PERIOD}
    ) asked
   GROUP BY GROUPING SETS ((key), (reason), ())`;

/** $1 articles, $2 the reader's language. */
export const ARTICLE_TITLES = `
  SELECT a.id, coalesce(nullif(c.content->'words'->$2->>'title', ''), nullif(c.content->'words'->'zh-CN'->>'title', ''),
         nullif(c.content->'words'->'en'->>'title', ''), a.slug) AS title
    FROM articles a JOIN article_drafts c ON c.article_id = a.id WHERE a.id = ANY($1::uuid[])`;
