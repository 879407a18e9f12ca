import { WOULD_RETURN } from '../agents/presences.sql.js';
import { GONE_AFTER_SECONDS } from './verdict.js';

/** Cases to be looked at for a first answer, the longest due first: at most $1, none of $2. `work_in_hand_answer_by` gives them. */
export const UNANSWERED = `
  SELECT ticket_id AS "ticketId" FROM work_in_hand
  WHERE answer_by <= desk_now() AND ticket_id <> ALL($2::uuid[]) ORDER BY answer_by LIMIT $1`;

const HELD_BY = (people: string) => `
  SELECT w.ticket_id AS "ticketId" FROM presences p JOIN work_in_hand w ON w.staff_id = p.staff_id
  WHERE p.presence = 'offline' AND ${people} AND w.ticket_id <> ALL($2::uuid[]) AND ${WOULD_RETURN}
  ORDER BY w.since LIMIT $1`;
const GONE = `p.since <= desk_now() - make_interval(secs => ${GONE_AFTER_SECONDS})`;

/** Cases that somebody waits for, in the hands of people who have just gone: at most $1, none of $2. */
export const HELD_BY_JUST_GONE = HELD_BY(`${GONE} AND p.since > desk_now() - interval '1 minute'`);

/** … of anybody who is not there, e.g. whose customer has written since. Looks at every case that they keep. */
export const HELD_BY_GONE = HELD_BY(GONE);

/** Locks a ticket ($1) with its conversations in the order of the house, if nobody has any of it in hand; else no row comes back. */
export const LOCK_FREE = `
  WITH threads AS MATERIALIZED (
    SELECT c.id FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id
    WHERE tc.ticket_id = $1 ORDER BY c.id FOR UPDATE OF c SKIP LOCKED
  )
  SELECT id FROM tickets
  WHERE id = $1 AND (SELECT count(*) FROM threads) = (SELECT count(*) FROM ticket_conversations WHERE ticket_id = $1)
  FOR NO KEY UPDATE SKIP LOCKED`;

/** Who has the ticket $1, locked by now, and what the verdict needs to know. */
export const HELD = `
  SELECT w.staff_id AS "staffId", f.name AS "staffName", w.waiting_since IS NULL AS open, w.since, w.answer_by AS "answerBy",
         talk.since AS "awaitingSince", talk.answered, r.answer_within_seconds AS "answerWithinSeconds",
         p.presence, p.since AS "presenceSince", desk_now() AS now,
         greatest(0, extract(epoch FROM desk_now() - talk.since))::int AS "waitedSeconds"
  FROM work_in_hand w
  JOIN staff f ON f.id = w.staff_id
  LEFT JOIN team_routing r ON r.team_id = w.team_id
  LEFT JOIN presences p ON p.staff_id = w.staff_id
  CROSS JOIN LATERAL (
    SELECT min(c.awaiting_reply_since) AS since, coalesce(bool_or(EXISTS (
      SELECT FROM entries e WHERE e.conversation_id = c.id AND e.author_kind = 'staff' AND e.kind IN ('message', 'call')
        AND e.created_at >= w.since)), false) AS answered
    FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id WHERE tc.ticket_id = w.ticket_id) talk
  WHERE w.ticket_id = $1`;

/** $1 the ticket, $2 when it is looked at again for a first answer; null: never. */
export const ANSWER_BY = 'UPDATE work_in_hand SET answer_by = $2 WHERE ticket_id = $1';

/** Of the tickets $1 each is not given again to its person of $2 for $4 minutes; $3 why. */
export const DECLINE = `
  INSERT INTO declined_tickets (ticket_id, staff_id, because, until)
  SELECT ticket, staff, $3, desk_now() + make_interval(mins => $4) FROM unnest($1::uuid[], $2::uuid[]) AS declined (ticket, staff)
  ON CONFLICT (ticket_id, staff_id) DO UPDATE SET because = excluded.because, at = excluded.at, until = excluded.until`;

/** Somebody ($1) has answered a customer since `since`, on a case that they have or had by then. */
const HAS_ANSWERED = (since: string) => `EXISTS (
  SELECT FROM (
    SELECT w.ticket_id FROM work_in_hand w WHERE w.staff_id = $1
    UNION
    SELECT l.ticket_id FROM routed_tickets l
    WHERE l.team_id IN (SELECT m.team_id FROM team_members m WHERE m.staff_id = $1) AND l.ended_at >= ${since} AND l.staff_id = $1
  ) theirs
  JOIN ticket_conversations tc ON tc.ticket_id = theirs.ticket_id
  JOIN entries e ON e.conversation_id = tc.conversation_id
  WHERE e.author_kind = 'staff' AND e.author_id = $1 AND e.kind IN ('message', 'call') AND e.created_at >= ${since})`;

/** How often a person ($1) has been silent within the last $2 minutes, since they came and since they last answered anybody. */
export const SILENCES = `
  SELECT count(*)::int AS silences FROM declined_tickets d JOIN presences p ON p.staff_id = d.staff_id
  WHERE d.staff_id = $1 AND d.because = 'silent' AND d.at > desk_now() - make_interval(mins => $2) AND d.at >= p.since
    AND NOT ${HAS_ANSWERED('d.at')}`;

/** Somebody ($1) who was online takes nothing new until they say so. A row comes back if they were. */
export const MAKE_BUSY = `
  UPDATE presences SET presence = 'busy', because = 'silent', set_by = NULL, since = desk_now()
  WHERE staff_id = $1 AND presence = 'online' RETURNING staff_id`;

export const PRUNE_DECLINED = "DELETE FROM declined_tickets WHERE until < desk_now() - interval '1 day'";
