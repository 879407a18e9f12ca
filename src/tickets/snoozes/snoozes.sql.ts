/** SQL: less than a quarter of the time of ticket `t` is left, or none; as the chips of the console show it. */
const URGENT = `(t.paused_at IS NULL AND (t.next_due_at <= desk_now()
  OR t.next_due_at - desk_now() < (t.next_due_at - t.next_due_started_at) * 0.25))`;

/** Ticket $1 until $2, by $3; no row when a clock of it is running out. */
export const SNOOZE = `
  UPDATE tickets t SET snoozed_until = $2, snoozed_by = $3 WHERE t.id = $1 AND ${URGENT} IS NOT TRUE RETURNING t.id`;

/** What comes after this wakes it. */
export const MARK_THREADS = `
  UPDATE ticket_conversations tc SET snoozed_seq = c.seq FROM conversations c
  WHERE tc.ticket_id = $1 AND c.id = tc.conversation_id`;

/** At the head of its list, where it is seen. */
export const WAKE = `
  UPDATE tickets SET snoozed_until = NULL, snoozed_by = NULL, last_activity_at = desk_now() WHERE id = $1`;

const BECAUSE = `CASE WHEN t.snoozed_until <= desk_now() THEN 'time' WHEN ${URGENT} THEN 'urgent' END`;

/** Those whose time has come, or runs out; $1 at most, and none of $2. */
export const DUE_TO_WAKE = `
  SELECT t.id FROM tickets t
  WHERE t.snoozed_until IS NOT NULL AND ${BECAUSE} IS NOT NULL AND t.id <> ALL($2::uuid[])
  ORDER BY t.snoozed_until LIMIT $1`;

/** Why ticket $1 is to come back now; null when it is not. */
export const WAKE_REASON = `SELECT ${BECAUSE} AS because FROM tickets t WHERE t.id = $1 AND t.snoozed_until IS NOT NULL`;
