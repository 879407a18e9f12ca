/** Of an hour's row whatever is added is added in one order, so that two processes never wait for each other. */
const COUNT = (columns: string, counts: string, of: string): string => `
  INSERT INTO help_search_hours AS h (hour, locale, place, ${columns})
  SELECT date_trunc('hour', searched_at, 'UTC'), locale, place, ${counts} FROM ${of} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT (hour, locale, place) DO UPDATE SET searches = h.searches + excluded.searches,
    without_result = h.without_result + excluded.without_result, clicks = h.clicks + excluded.clicks`;

export const INSERT_SEARCHES = `
  WITH added AS (
    INSERT INTO help_searches (id, searched_at, locale, place, query, folded, results, clicked_article_id, clicked_at)
    SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[],
      $8::uuid[], $9::timestamptz[])
    ON CONFLICT (id) DO NOTHING RETURNING searched_at, locale, place, results, clicked_at
  )
  ${COUNT(
    'searches, without_result, clicks',
    'count(*), count(*) FILTER (WHERE results = 0), count(*) FILTER (WHERE results > 0 AND clicked_at IS NOT NULL)',
    'added',
  )}`;

/** The first click counts, within a day of the search. Answers which searches it knows. */
export const CLICK = `
  WITH clicks AS MATERIALIZED (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS c(search_id, article_id, at)
  ), noted AS (
    UPDATE help_searches s SET clicked_article_id = c.article_id, clicked_at = c.at FROM clicks c
     WHERE s.id = c.search_id AND s.clicked_at IS NULL AND s.searched_at > c.at - interval '1 day'
    RETURNING s.searched_at, s.locale, s.place, s.results
  ), counted AS (${COUNT('clicks', 'count(*) FILTER (WHERE results > 0)', 'noted')})
  SELECT s.id FROM clicks c JOIN help_searches s ON s.id = c.search_id`;

/** What is added to a day's row is locked in one order, so that two processes never wait for each other. */
export const COUNT_READS = `
  INSERT INTO article_days AS d (day, article_id, locale, place, page, reads)
  SELECT r.day, r.article_id, r.locale, r.place, r.page, r.reads
    FROM unnest($1::date[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::int[])
         AS r(day, article_id, locale, place, page, reads)
    JOIN articles a ON a.id = r.article_id
   ORDER BY r.day, r.article_id, r.locale, r.place, r.page
  ON CONFLICT (day, article_id, locale, place, page) DO UPDATE SET reads = d.reads + excluded.reads`;

/** Who reads again may ask again: that is another visit. */
export const REMEMBER_VISITS = `
  INSERT INTO article_visits AS v (customer_id, article_id, locale, place, visited_at)
  SELECT r.customer_id, r.article_id, r.locale, r.place, r.at
    FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[])
         AS r(customer_id, article_id, locale, place, at)
    JOIN articles a ON a.id = r.article_id JOIN customers c ON c.id = r.customer_id
   ORDER BY r.customer_id, r.article_id
  ON CONFLICT (customer_id, article_id) DO UPDATE
    SET locale = excluded.locale, place = excluded.place, visited_at = excluded.visited_at, contacted_at = NULL
    WHERE v.visited_at < excluded.visited_at`;
