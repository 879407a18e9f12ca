/** Threads of cases alone: what is said to the bot becomes due when a case opens. $1 conversations. */
export const NOTE_DUE = `
  INSERT INTO said_due (conversation_id)
  SELECT conversation_id FROM ticket_conversations WHERE conversation_id = ANY($1::uuid[])`;

/** The latest first, so that nobody waits for a long past to be read. One process at a time. $1 how many. */
export const TAKE_DUE = `
  SELECT id, conversation_id AS "conversationId", again FROM said_due
  WHERE (SELECT pg_try_advisory_xact_lock(hashtextextended('tickets.said', 0))) ORDER BY id DESC LIMIT $1`;

export const FORGET = 'DELETE FROM said_words WHERE conversation_id = ANY($1::uuid[])';

/** Nobody looks for what stands beyond. */
const LONGEST = 20_000;

/**
 * Numbers are dense, and given out in the order of commits: what is missing is what comes after the last. $1 conversations, $2 how
 * many entries of each at most. A row for each with how many there were.
 */
export const WRITE_DOWN = `
  WITH said AS MATERIALIZED (
    SELECT e.conversation_id, e.seq, e.body FROM unnest($1::uuid[]) AS due(id) CROSS JOIN LATERAL (
      SELECT conversation_id, seq, body FROM entries
      WHERE conversation_id = due.id AND kind <> 'system' AND body <> ''
        AND seq > coalesce((SELECT max(seq) FROM said_words WHERE conversation_id = due.id), 0)
      ORDER BY seq LIMIT $2) e
  ), written AS (
    INSERT INTO said_words (conversation_id, seq, words)
    SELECT conversation_id, seq, desk_search_text(left(body, ${LONGEST})) FROM said ON CONFLICT DO NOTHING
  )
  SELECT conversation_id AS "conversationId", count(*)::int AS entries FROM said GROUP BY 1`;

/** $1 ids that are seen to, $2 ids of which more is to be read. */
export const SEEN_TO = `
  WITH more AS (UPDATE said_due SET again = false WHERE id = ANY($2::bigint[]) AND again)
  DELETE FROM said_due WHERE id = ANY($1::bigint[])`;

/** Cases of the last days in whose threads something stands that nobody noted down. $1 days. */
export const NOTE_MISSED = `
  INSERT INTO said_due (conversation_id)
  SELECT tc.conversation_id FROM tickets t
  JOIN ticket_conversations tc ON tc.ticket_id = t.id
  CROSS JOIN LATERAL (
    SELECT seq FROM entries WHERE conversation_id = tc.conversation_id AND kind <> 'system' AND body <> ''
    ORDER BY seq DESC LIMIT 1) latest
  WHERE t.last_activity_at > desk_now() - make_interval(days => $1::int)
    AND latest.seq > coalesce((SELECT max(seq) FROM said_words WHERE conversation_id = tc.conversation_id), 0)`;
