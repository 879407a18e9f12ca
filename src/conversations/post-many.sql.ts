import { unchangedSince } from './said-since.sql.js';

/**
 * The hot path for many at once: what {@link POST_ENTRY} does for one entry, done in one round trip for all that have
 * queued up. $1 is a JSON array with a row for each conversation, in which its entries, of one author, stand in the order
 * in which they came, and no principals when who calls answers for who may; $2 the days after which a closed conversation
 * stays closed.
 *
 * A row comes back for each conversation whose entries were stored, with the numbers they follow on. Nothing is said of the
 * others, and nothing of them is left behind: their entries are to be posted alone, which waits where this must not, and
 * says what is wrong. Passed over are conversations that somebody else has locked (so that a busy one keeps nobody else
 * waiting, and no order of locks can end in a deadlock), those without a grant, those that are closed, those in which something
 * was said that an author has not seen, and all entries of one of which some are there already.
 *
 * No two tables are joined, so that no estimate of the planner's can make it read a whole one.
 */
export const POST_ENTRIES = `
WITH thread AS MATERIALIZED (
  SELECT * FROM json_to_recordset($1) AS t(
    conversation uuid, principals text[], author_kind text, author_id uuid, author_name text, added int, shown int,
    seen int, preview text, asks boolean, answers boolean, client_message_ids text[], entries json)
), free AS MATERIALIZED (
  SELECT t.* FROM thread t
  CROSS JOIN LATERAL (
    SELECT c.id, c.seq, c.closed_at FROM conversations c WHERE c.id = t.conversation FOR UPDATE SKIP LOCKED
  ) c
  WHERE (t.principals IS NULL OR (SELECT 1 FROM conversation_grants g
         WHERE g.conversation_id = t.conversation AND g.principal = ANY(t.principals) LIMIT 1) IS NOT NULL)
    AND (SELECT 1 FROM entries e
         WHERE e.conversation_id = t.conversation AND e.client_message_id = ANY(t.client_message_ids) LIMIT 1) IS NULL
    AND ${unchangedSince('t.seen', 't.author_id')}
    AND (t.author_kind <> 'customer' OR c.closed_at IS NULL OR c.closed_at > desk_now() - make_interval(days => $2::int))
), moved AS (
  UPDATE conversations c SET
    seq = c.seq + f.added,
    customer_seq = c.customer_seq + f.shown,
    last_activity_at = CASE WHEN f.shown > 0 THEN desk_now() ELSE c.last_activity_at END,
    preview = COALESCE(f.preview, c.preview),
    last_customer_message_at = CASE WHEN f.author_kind = 'customer' THEN desk_now() ELSE c.last_customer_message_at END,
    awaiting_reply_since = CASE
      WHEN f.asks AND c.handler = 'person' THEN COALESCE(c.awaiting_reply_since, desk_now())
      WHEN f.answers THEN NULL
      ELSE c.awaiting_reply_since END,
    first_staff_reply_at = CASE
      WHEN f.answers THEN COALESCE(c.first_staff_reply_at, desk_now()) ELSE c.first_staff_reply_at END
  FROM free f WHERE c.id = f.conversation
  RETURNING c.id, c.seq - f.added AS seq, c.customer_seq - f.shown AS customer_seq, c.handler, c.category, c.locale,
            desk_now() AS at, f.author_kind, f.author_id, f.author_name, f.entries,
            (SELECT string_agg(principal, ' ') FROM conversation_grants g WHERE g.conversation_id = c.id) AS audience
), stored AS MATERIALIZED (
  SELECT m.*, e.* FROM moved m CROSS JOIN LATERAL json_to_recordset(m.entries) AS e(
    entry_id uuid, nth int, visible_nth int, kind text, channel text, client_message_id text, body text, data jsonb)
), entry AS (
  INSERT INTO entries (id, conversation_id, seq, customer_seq, kind, author_kind, author_id, author_name, channel,
                       client_message_id, body, data, created_at)
  SELECT entry_id, id, seq + nth, customer_seq + visible_nth, kind, author_kind, author_id, author_name, channel,
         client_message_id, body, data, at
  FROM stored
), event AS (
  INSERT INTO outbox (key, type, payload)
  SELECT 'conversation:' || id, 'entry.posted', jsonb_build_object(
    'conversationId', id, 'entryId', entry_id, 'seq', seq + nth, 'kind', kind, 'authorKind', author_kind,
    'authorId', author_id, 'visible', visible_nth IS NOT NULL, 'handler', handler, 'channel', channel,
    'category', category, 'locale', locale, 'at', at)
  FROM stored ORDER BY id, nth
)
SELECT id AS "conversationId", seq, customer_seq AS "customerSeq", at AS "createdAt", audience FROM moved`;
