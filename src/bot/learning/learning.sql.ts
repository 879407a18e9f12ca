/** Since $1 days. */
const SINCE = "desk_now() - $1::int * interval '1 day'";

/** What is read at most: the newest. */
export const MOST_READ = 5_000;

/**
 * Questions to which the bot showed nothing, or something of which the customer said that it did not help: that stays on the
 * entry when they are handed over.
 */
export const UNANSWERED = `
  SELECT q.body, c.locale, coalesce(a.category, d.category) AS category, a.conversation_id AS "conversationId",
         a.created_at AS at, a.article_ids = '{}' AS "nothingFound"
    FROM bot_answers a JOIN entries q ON q.id = a.question_id JOIN conversations c ON c.id = a.conversation_id
    JOIN entries said ON said.id = a.entry_id LEFT JOIN bot_dialogues d ON d.conversation_id = a.conversation_id
   WHERE a.created_at >= ${SINCE} AND a.look_up IS NULL AND a.outcome IS DISTINCT FROM 'helped'
     AND (a.article_ids = '{}' OR said.data->>'outcome' = 'not_helped')
   ORDER BY a.created_at DESC LIMIT ${MOST_READ}`;

/**
 * What agents replied in cases that came of the bot, none of whose answers helped, and of which the customer said that they
 * are solved. $2 for whose eyes, see `conversation_grants`.
 */
export const REPLIES_THAT_SOLVED = `
  SELECT e.body, t.locale, t.category, t.number, e.created_at AS at
    FROM tickets t JOIN ticket_conversations tc ON tc.ticket_id = t.id
    JOIN bot_dialogues d ON d.conversation_id = tc.conversation_id
    JOIN entries e ON e.conversation_id = tc.conversation_id AND e.author_kind = 'staff' AND e.kind = 'message' AND e.body <> ''
   WHERE t.opened_at >= ${SINCE} AND d.first_question_at IS NOT NULL AND t.status IN ('resolved', 'closed')
     AND (t.rating_solved OR t.rating_solved IS NULL AND EXISTS (
       SELECT FROM ticket_events v WHERE v.ticket_id = t.id AND v.kind = 'status' AND v.data->>'because' = 'confirmed'))
     AND EXISTS (SELECT FROM conversation_grants g WHERE g.conversation_id = tc.conversation_id AND g.principal = ANY($2))
     AND NOT EXISTS (SELECT FROM bot_answers a WHERE a.conversation_id = tc.conversation_id AND a.outcome = 'helped')
     AND NOT EXISTS (SELECT FROM article_tasks k WHERE k.ticket_id = t.id AND k.status <> 'dismissed')
   ORDER BY e.created_at DESC LIMIT ${MOST_READ}`;

/** What has been seen to of these, and until when: as long as its article task is open, until now. $1 kind, $2 digests. */
export const SETTLED = `
  SELECT s.digest, CASE WHEN k.status = 'open' THEN desk_now() ELSE s.settled_at END AS "settledAt"
    FROM bot_settlements s LEFT JOIN article_tasks k ON k.id = s.task_id
   WHERE s.kind = $1 AND s.digest = ANY($2::text[])`;

/** Answers those that nobody had seen to since $3. $1 kind, $2 digests, $4 who, $5 what, $6 task. */
export const SETTLE = `
  INSERT INTO bot_settlements AS s (kind, digest, settled_by, settled_by_what, task_id)
  SELECT $1, digest, $4, $5, $6 FROM unnest($2::text[]) AS digest ORDER BY digest
  ON CONFLICT (kind, digest) DO UPDATE
    SET settled_at = excluded.settled_at, settled_by = excluded.settled_by,
        settled_by_what = excluded.settled_by_what, task_id = excluded.task_id
    WHERE s.settled_at < $3
  RETURNING digest`;
