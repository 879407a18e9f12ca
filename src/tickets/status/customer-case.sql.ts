import { originOf, ownStatus } from '../kinship/own-case.sql.js';

/** SQL: of what its customer did to the case of their number, by the lines that they read of it themselves. */
const OWN_NUDGES = (what: string) =>
  `(SELECT ${what} FROM ticket_events e WHERE e.ticket_id = o.id AND e.kind = 'nudged' AND e.customer_visible)`;

/**
 * Columns that say what a customer may do about the case that they know as `o`, and that is dealt with as `t`. Each customer of
 * one case has their own number, rating and count of nudges, and learns nothing of the others'.
 */
export const CUSTOMER_FACTS = `
  o.number, t.next_due_started_at AS "dueStartedAt", t.customer_due_at AS "dueAt", t.closed_at AS "closedAt",
  CASE WHEN t.nudges > 0 THEN ${OWN_NUDGES('max(e.created_at)')} END AS "nudgedAt",
  CASE WHEN t.nudges > 0 THEN ${OWN_NUDGES('count(*)::int')} ELSE 0 END AS nudges,
  o.rating_score AS score, o.rating_solved AS solved, o.rating_reasons AS reasons, o.rating_comment AS comment,
  t.id = o.id AND NOT EXISTS (
    SELECT FROM ticket_conversations x JOIN conversations y ON y.id = x.conversation_id
    WHERE x.ticket_id = t.id AND y.customer_id <> o.customer_id) AS alone, desk_now() AS now`;

const CONFIRMED = `EXISTS (
  SELECT FROM ticket_conversations tc WHERE tc.ticket_id = t.id AND ${originOf('tc')} = o.id AND tc.confirmed_at IS NOT NULL)`;

/** The case that a number ($1) leads to, and what of it belongs to that number. */
export const CUSTOMER_CASE = `
  SELECT o.id AS "originId", t.id AS "ticketId", o.customer_id AS "customerId", ${ownStatus(CONFIRMED)} AS status,
         ${CUSTOMER_FACTS},
         ARRAY(SELECT c.id FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id
               WHERE tc.ticket_id = t.id AND ${originOf('tc')} = o.id ORDER BY c.last_activity_at, c.id) AS "conversationIds"
  FROM tickets o JOIN tickets t ON t.id = coalesce(o.merged_into, o.id)
  WHERE o.number = $1 AND NOT o.internal`;
