/**
 * What a customer knows of a case that was merged: the number their conversation was opened as (`o`), with the status and the
 * promise of the case that has it now (`t`). The other customers of that case stay unknown to them.
 */

/** SQL: the id of the case that this row of ticket_conversations was opened as. */
export const originOf = (thread: string) => `coalesce(${thread}.origin_id, ${thread}.ticket_id)`;

/** SQL: whether the customer of \`o\` has the case \`t\` under its own number too. Where o is t, it is so. */
export const KNOWS_TARGET = `(o.id = t.id OR EXISTS (
  SELECT FROM ticket_conversations k JOIN conversations kc ON kc.id = k.conversation_id
  WHERE k.ticket_id = t.id AND k.origin_id IS NULL AND kc.customer_id = o.customer_id))`;

/** SQL: the words of a promise. Those that were given to somebody else before the merge are not theirs to read. */
export const OWN_BASIS = `CASE WHEN o.merged_into IS NULL OR ${KNOWS_TARGET} OR EXISTS (
    SELECT FROM ticket_events p WHERE p.ticket_id = t.id AND p.kind = 'promised' AND p.customer_visible AND p.created_at > o.merged_at)
  THEN t.promise_basis END`;

/** SQL: done for whoever has said so, though another customer of the case has not yet. @param confirmed SQL of a condition */
export const ownStatus = (confirmed: string) =>
  `CASE WHEN t.status = 'resolved' AND ${confirmed} THEN 'closed' ELSE t.status END`;

/** Kinds of lines that are said to every customer of a case; others are one customer's own. */
export const SHARED_LINES = `('status', 'assigned', 'handed_over', 'promised')`;
