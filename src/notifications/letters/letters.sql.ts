import { OWN_BASIS } from '../../tickets/index.js';

/** One for each customer of the case: after a merge it has several. @param $2 what makes it this letter, $6 seconds */
export const PLAN = `
  INSERT INTO letters (id, kind, key, ticket_id, conversation_id, data, due_at)
  SELECT gen_random_uuid(), $1, $1 || ' ' || $2 || ' ' || c.customer_id, $3, c.id, $5, desk_now() + make_interval(secs => $6)
  FROM (SELECT DISTINCT ON (customer_id) customer_id, id FROM conversations WHERE id = ANY($4::uuid[])
        ORDER BY customer_id, last_activity_at DESC) c
  ON CONFLICT ON CONSTRAINT letters_key_key DO NOTHING`;

/** One waits at most; what is said meanwhile goes with it. */
export const PLAN_ANSWER = `
  INSERT INTO letters (id, kind, key, ticket_id, conversation_id, due_at)
  SELECT gen_random_uuid(), 'answered', 'answered ' || $1, tc.ticket_id, $2, desk_now() + make_interval(secs => $3)
  FROM ticket_conversations tc WHERE tc.conversation_id = $2
  ON CONFLICT DO NOTHING`;

/**
 * Their own first words: the subject is for colleagues, who may write there what they think of it. Of somebody whose address nobody
 * vouches for not even these: else anybody could have us write theirs to anybody.
 */
const SAID = `(
           SELECT left(e.body, 200) FROM entries e
           WHERE e.conversation_id = l.conversation_id AND e.author_kind = 'customer' AND e.kind = 'message' AND e.body <> ''
             AND EXISTS (SELECT FROM contact_points v
                         WHERE v.customer_id = c.customer_id AND v.kind = 'email' AND v.verified_by = 'host')
           ORDER BY e.seq LIMIT 1)`;

/** What is true of a letter now: of whichever case has the conversation, under the number that its customer knows. */
export const NEXT_DUE = `
  SELECT l.id, l.kind, l.data, l.conversation_id AS "conversationId", o.number, t.status,
         ${SAID} AS said,
         t.customer_due_at AS "nextDueAt", t.promised_at AS "promisedAt", ${OWN_BASIS} AS "promiseBasis",
         c.customer_id AS "customerId", p.name, p.locale, s.name AS "siteName", desk_now() AS now
  FROM letters l
  JOIN ticket_conversations tc ON tc.conversation_id = l.conversation_id
  JOIN tickets t ON t.id = tc.ticket_id
  JOIN tickets o ON o.id = coalesce(tc.origin_id, tc.ticket_id)
  JOIN conversations c ON c.id = l.conversation_id
  JOIN customers p ON p.id = c.customer_id
  JOIN sites s ON s.id = c.site_id
  WHERE l.state = 'waiting' AND l.due_at <= desk_now() ORDER BY l.due_at LIMIT 1 FOR UPDATE OF l SKIP LOCKED`;

/** Where this customer may be written to. */
export const ADDRESSES = `
  SELECT p.id, p.value AS address FROM contact_points p
  WHERE p.customer_id = $1 AND p.kind = 'email'
    AND NOT EXISTS (SELECT FROM mail_refusals r WHERE r.customer_id = $1 AND r.address = lower(p.value))
  ORDER BY p.id LIMIT 3`;

/**
 * What people have said that the customer has neither read nor been sent. Numbered entries alone: a note has no number.
 */
export const UNREAD_ANSWERS = `
  SELECT e.author_name AS "authorName", e.body, jsonb_array_length(e.attachments) AS files, e.created_at AS "createdAt",
         e.customer_seq AS seq
  FROM entries e
  WHERE e.conversation_id = $1 AND e.customer_seq IS NOT NULL AND e.kind = 'message' AND e.author_kind = 'staff'
    AND e.customer_seq > greatest(
      (SELECT max(r.seq) FROM read_states r WHERE r.conversation_id = $1 AND r.principal = 'customer:' || $2),
      (SELECT max((l.data ->> 'upTo')::int) FROM letters l WHERE l.conversation_id = $1 AND l.kind = 'answered'),
      (SELECT max(w.customer_seq) FROM entries w WHERE w.conversation_id = $1 AND w.author_kind = 'customer'), 0)
  ORDER BY e.customer_seq LIMIT 20`;

export const DONE = 'UPDATE letters SET state = $2, because = $3, data = data || $4 WHERE id = $1';

/** Somebody has to look into why; meanwhile others go first. */
export const PUT_OFF = `
  UPDATE letters SET due_at = desk_now() + interval '5 minutes' WHERE id = $1 AND state = 'waiting'`;

export const PRUNE = `
  DELETE FROM letters WHERE id IN (
    SELECT id FROM letters WHERE state <> 'waiting' AND created_at < desk_now() - interval '90 days' LIMIT 5000)`;
