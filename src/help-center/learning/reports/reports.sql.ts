/** Where customers search. What agents look for in the console says nothing of what customers miss. */
const CUSTOMERS = `('page', 'contact', 'widget', 'bot')`;
/** The bot shows what it found as its answer: there is nothing to click. */
const CLICKABLE = `place <> 'bot'`;
const UNCLICKED = `results > 0 AND clicked_at IS NULL AND ${CLICKABLE}`;

/** $1 days, $2 the reader's zone: since the beginning of the first of these days, of which today is the last. */
const SINCE = `(date_trunc('day', desk_now() AT TIME ZONE $2) - ($1::int - 1) * interval '1 day') AT TIME ZONE $2`;

export const SEARCHES_BY_DAY = `
  WITH counted AS (
    SELECT (hour AT TIME ZONE $2)::date AS day, sum(searches)::int AS searches,
           sum(without_result)::int AS without_result,
           coalesce(sum(searches - without_result) FILTER (WHERE ${CLICKABLE}), 0)::int AS clickable,
           coalesce(sum(searches - without_result - clicks) FILTER (WHERE ${CLICKABLE}), 0)::int AS without_click
      FROM help_search_hours WHERE hour >= ${SINCE} AND place IN ${CUSTOMERS} GROUP BY 1
  )
  SELECT to_char(d.day, 'YYYY-MM-DD') AS day, coalesce(searches, 0) AS searches,
         coalesce(without_result, 0) AS "withoutResult", coalesce(clickable, 0) AS clickable,
         coalesce(without_click, 0) AS "withoutClick"
    FROM generate_series((desk_now() AT TIME ZONE $2)::date - ($1::int - 1), (desk_now() AT TIME ZONE $2)::date,
           interval '1 day') AS d(day)
    LEFT JOIN counted c ON c.day = d.day ORDER BY 1`;

const GAP = { no_result: 'results = 0', no_click: UNCLICKED };

/** $3 place or null, $4 how many. What is asked most comes first. */
export const SEARCH_GAPS = (gap: keyof typeof GAP): string => `
  WITH asked AS MATERIALIZED (
    SELECT folded, locale, place, count(*)::int AS count, max(searched_at) AS last
      FROM help_searches
     WHERE searched_at >= ${SINCE} AND place IN ${CUSTOMERS} AND ${GAP[gap]} AND ($3::text IS NULL OR place = $3)
     GROUP BY folded, locale, place ORDER BY 4 DESC, 5 DESC LIMIT $4
  )
  SELECT a.folded, a.locale, a.place, a.count, a.last AS "lastAskedAt", t.id AS "taskId",
         (SELECT s.query FROM help_searches s WHERE s.searched_at = a.last AND s.folded = a.folded LIMIT 1) AS query
    FROM asked a
    LEFT JOIN article_tasks t ON t.status = 'open' AND t.locale = a.locale AND t.query = a.folded
   ORDER BY a.count DESC, a.last DESC, a.folded`;

/** $1 days, $2 how many. Those that send most people to a person come first. */
export const ARTICLES_READ = `
  WITH period AS (SELECT (desk_now() AT TIME ZONE 'UTC')::date - ($1::int - 1) AS since),
  sent AS MATERIALIZED (
    SELECT d.article_id, sum(d.contacts)::int AS contacts
      FROM article_days d, period WHERE d.day >= period.since AND d.contacts > 0
     GROUP BY d.article_id ORDER BY 2 DESC, 1 LIMIT $2
  ), fared AS MATERIALIZED (
    SELECT s.article_id, s.contacts,
           (SELECT sum(d.reads)::int FROM article_days d, period
             WHERE d.article_id = s.article_id AND d.day >= period.since) AS reads
      FROM sent s
  )
  SELECT f.article_id AS "articleId", f.reads, f.contacts, a.category, v.helpful, v."notHelpful", v.reasons,
         coalesce(nullif(c.content->'words'->$3->>'title', ''), nullif(c.content->'words'->'zh-CN'->>'title', ''),
           nullif(c.content->'words'->'en'->>'title', ''), a.slug) AS title,
         t.id AS "taskId"
    FROM fared f JOIN articles a ON a.id = f.article_id JOIN article_drafts c ON c.article_id = a.id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE b.helpful)::int AS helpful, count(*) FILTER (WHERE NOT b.helpful)::int AS "notHelpful",
             coalesce((array_agg(b.reason ORDER BY b.created_at DESC) FILTER (WHERE b.reason IS NOT NULL))[1:3], '{}') AS reasons
        FROM article_feedback b, period WHERE b.article_id = f.article_id AND b.created_at >= period.since
    ) v
    LEFT JOIN article_tasks t ON t.article_id = a.id AND t.kind = 'article' AND t.status = 'open'
   ORDER BY f.contacts DESC, f.reads, f.article_id`;

/** $1 the article. Thirteen weeks, of which this one is the last. */
export const READERS_BY_WEEK = `
  WITH weeks AS (
    SELECT from_day::date AS from_day, from_day::date + 6 AS to_day
      FROM generate_series((desk_now() AT TIME ZONE 'UTC')::date - 90, (desk_now() AT TIME ZONE 'UTC')::date, interval '7 days')
           AS from_day
  )
  SELECT to_char(w.from_day, 'YYYY-MM-DD') AS from, coalesce(r.reads, 0)::int AS reads,
         coalesce(r.contacts, 0)::int AS contacts, v.helpful, v."notHelpful"
    FROM weeks w
    CROSS JOIN LATERAL (
      SELECT sum(reads) AS reads, sum(contacts) AS contacts FROM article_days
       WHERE article_id = $1 AND day BETWEEN w.from_day AND w.to_day
    ) r
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE helpful)::int AS helpful, count(*) FILTER (WHERE NOT helpful)::int AS "notHelpful"
        FROM article_feedback
       WHERE article_id = $1 AND (created_at AT TIME ZONE 'UTC')::date BETWEEN w.from_day AND w.to_day
    ) v
   ORDER BY 1`;

export const REASONS = `
  SELECT created_at AS at, locale, reason AS text FROM article_feedback
   WHERE article_id = $1 AND reason IS NOT NULL ORDER BY created_at DESC LIMIT 100`;
