import { unchangedSince } from './said-since.sql.js';

/**
 * The hot path: one round trip stores an entry, its two sequence numbers, the conversation's facts and the outbox row.
 *
 * The row lock of the UPDATE orders all writers of a conversation, so that both sequences are dense and every reader sees
 * one order. A repeated client message id violates `entries_client_message`, which undoes the whole statement, numbers
 * included; the caller then reads the entry that is there. No row comes back when the conversation does not exist,
 * is not granted to the author, is closed for good, holds something the author has not seen, or an attachment is not the
 * author's to send.
 */
export const POST_ENTRY = `
WITH files AS (
  SELECT id, jsonb_strip_nulls(jsonb_build_object('id', id, 'name', name, 'contentType', content_type, 'size', size,
         'width', width, 'height', height)) AS snapshot
  FROM attachments
  WHERE id = ANY($11::uuid[]) AND conversation_id = $1 AND uploaded_by = $12 AND entry_id IS NULL
), conversation AS (
  UPDATE conversations c SET
    seq = c.seq + 1,
    customer_seq = c.customer_seq + $4::int,
    last_activity_at = CASE WHEN $4 = 1 THEN desk_now() ELSE c.last_activity_at END,
    preview = CASE WHEN $4 = 1 AND $3 = 'message' THEN COALESCE(NULLIF($10, ''), (
        SELECT left(string_agg(snapshot ->> 'name', ', ' ORDER BY array_position($11::uuid[], files.id)), 120) FROM files), '')
      ELSE c.preview END,
    last_customer_message_at = CASE WHEN $5 = 'customer' THEN desk_now() ELSE c.last_customer_message_at END,
    awaiting_reply_since = CASE
      WHEN $5 = 'customer' AND $3 = 'message' AND c.handler = 'person' THEN COALESCE(c.awaiting_reply_since, desk_now())
      WHEN $5 = 'staff' AND $3 IN ('message', 'call') AND $4 = 1 THEN NULL
      ELSE c.awaiting_reply_since END,
    first_staff_reply_at = CASE
      WHEN $5 = 'staff' AND $3 IN ('message', 'call') AND $4 = 1 THEN COALESCE(c.first_staff_reply_at, desk_now())
      ELSE c.first_staff_reply_at END
  WHERE c.id = $1
    AND ($2::text[] IS NULL OR EXISTS (
      SELECT 1 FROM conversation_grants g WHERE g.conversation_id = c.id AND g.principal = ANY($2)))
    AND ($5 <> 'customer' OR c.closed_at IS NULL OR c.closed_at > desk_now() - make_interval(days => $15::int))
    AND ${unchangedSince('$17::int', '$7::uuid')}
    AND (SELECT count(*) FROM files) = cardinality($11::uuid[])
  RETURNING c.id, c.seq, c.customer_seq, c.handler, c.category, c.locale, desk_now() AS at
), entry AS (
  INSERT INTO entries (id, conversation_id, seq, customer_seq, kind, author_kind, author_id, author_name, channel,
                       client_message_id, body, data, attachments, created_at)
  SELECT $6, id, seq, CASE WHEN $4 = 1 THEN customer_seq END, $3, $5, $7, $8, $13, $9, $14, $16,
         COALESCE((SELECT jsonb_agg(snapshot ORDER BY array_position($11::uuid[], files.id)) FROM files), '[]'), at
  FROM conversation
  RETURNING *
), attached AS (
  UPDATE attachments SET entry_id = $6 WHERE id IN (SELECT id FROM files) AND EXISTS (SELECT 1 FROM conversation)
), event AS (
  INSERT INTO outbox (key, type, payload)
  SELECT 'conversation:' || c.id, 'entry.posted', jsonb_build_object(
    'conversationId', c.id, 'entryId', $6::uuid, 'seq', c.seq, 'kind', $3::text, 'authorKind', $5::text, 'authorId', $7::uuid,
    'visible', $4 = 1, 'handler', c.handler, 'channel', $13::text, 'category', c.category, 'locale', c.locale, 'at', c.at)
  FROM conversation c
)
SELECT entry.id, entry.conversation_id AS "conversationId", entry.seq, entry.customer_seq AS "customerSeq", entry.kind,
       entry.author_kind AS "authorKind", entry.author_id AS "authorId", entry.author_name AS "authorName", entry.channel,
       entry.client_message_id AS "clientMessageId", entry.body, entry.data, entry.attachments, entry.created_at AS "createdAt",
       (SELECT array_agg(principal) FROM conversation_grants WHERE conversation_id = $1) AS audience
FROM entry`;

export const ENTRY_COLUMNS = `
  id, conversation_id AS "conversationId", seq, customer_seq AS "customerSeq", kind, author_kind AS "authorKind",
  author_id AS "authorId", author_name AS "authorName", channel, client_message_id AS "clientMessageId", body, data,
  attachments, created_at AS "createdAt"`;
