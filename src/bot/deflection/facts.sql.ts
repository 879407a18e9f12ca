import { SETTLING_HOURS } from './outcome.js';

const SETTLING = `interval '${SETTLING_HOURS} hours'`;

/** When something was asked or answered last in dialogue `d` of conversation `c`: also what the bot has not come to yet. */
const LAST_AT = 'greatest(d.last_question_at, d.last_answer_at, c.last_customer_message_at)';

/** The person of customer `id`: themselves, and whoever has an address or a telephone that is verified for both. */
const SAME_PERSON = (id: string) => `
  SELECT ${id} AS id
  UNION
  SELECT other.customer_id FROM contact_points own
    JOIN contact_points other ON other.kind = own.kind AND other.value = own.value AND other.verified_by <> 'customer'
   WHERE own.customer_id = ${id} AND own.verified_by <> 'customer'`;

/** Where one of the two is not known they may be the same. */
const SAME_CATEGORY = (one: string, other: string) => `coalesce(${one} = ${other}, true)`;

/**
 * To which article the outcome of dialogue `d` is credited: the one of which the customer said that it helped, else the one
 * shown last; of several shown at once the first.
 */
const LAST_SHOWN = `
  SELECT a.article_ids[1] FROM bot_answers a WHERE a.conversation_id = d.conversation_id AND a.article_ids <> '{}'
   ORDER BY (a.outcome = 'helped') IS TRUE DESC, a.created_at DESC LIMIT 1`;

/** The same at any time: as long as nothing is decided it may still change. */
export const CREDITED_ARTICLE = `CASE WHEN d.outcome IS NULL THEN (${LAST_SHOWN}) ELSE d.article_id END`;

/** Dialogues of these conversations, locked in one order. $1 their ids. */
export const LOCK_DIALOGUES = `
  SELECT conversation_id AS id FROM bot_dialogues WHERE conversation_id = ANY($1::uuid[]) ORDER BY 1 FOR UPDATE`;

/** Some that are to be settled for good; others may be at it. $1 how many. */
export const CLAIM_DUE = `
  SELECT d.conversation_id AS id FROM bot_dialogues d JOIN conversations c ON c.id = d.conversation_id
   WHERE d.first_question_at IS NOT NULL AND d.last_question_at IS NOT NULL AND (d.settled_at IS NULL OR d.settled_at < d.last_question_at)
     AND d.last_question_at <= desk_now() - ${SETTLING} AND ${LAST_AT} <= desk_now() - ${SETTLING}
   ORDER BY d.last_question_at LIMIT $1 FOR UPDATE OF d SKIP LOCKED`;

/** What is known of these dialogues now. $1 conversations. */
export const DIALOGUE_FACTS = `
  SELECT d.conversation_id AS id, d.outcome AS "outcome", ${LAST_AT} AS "lastAt", desk_now() AS now,
         EXISTS (SELECT FROM ticket_conversations t WHERE t.conversation_id = d.conversation_id) AS "handedOver",
         word.outcome AS word,
         d.tried @> '[{"kind": "look_up", "outcome": "found"}]'
           OR EXISTS (SELECT FROM bot_answers a WHERE a.conversation_id = d.conversation_id AND a.article_ids <> '{}')
           AS answered,
         contact.at AS "contactedAt", again.at AS "askedAgainAt", (${LAST_SHOWN}) AS "articleId"
    FROM bot_dialogues d JOIN conversations c ON c.id = d.conversation_id
    LEFT JOIN LATERAL (
      SELECT a.outcome, a.decided_at AS at FROM bot_answers a
       WHERE a.conversation_id = d.conversation_id AND a.outcome IN ('helped', 'not_helped')
       ORDER BY a.decided_at DESC LIMIT 1
    ) word ON true
    CROSS JOIN LATERAL (
      SELECT CASE WHEN word.outcome = 'helped' THEN word.at ELSE d.first_question_at END AS since,
             greatest(${LAST_AT}, CASE WHEN word.outcome = 'helped' THEN word.at END) + ${SETTLING} AS until
    ) span
    CROSS JOIN LATERAL (
      SELECT min(moment.at) AS at FROM (${SAME_PERSON('c.customer_id')}) person
        JOIN tickets t ON t.customer_id = person.id
        -- Nobody asked here for what was brought from another desk.
        LEFT JOIN ticket_sources brought ON brought.ticket_id = t.id
        CROSS JOIN LATERAL (VALUES (CASE WHEN brought.ticket_id IS NULL THEN t.opened_at END), (t.reopened_at)) moment (at)
       WHERE moment.at > span.since AND moment.at <= span.until AND ${SAME_CATEGORY('t.category', 'd.category')}
    ) contact
    CROSS JOIN LATERAL (
      SELECT min(later.first_question_at) AS at FROM (${SAME_PERSON('c.customer_id')}) person
        JOIN bot_dialogues later ON later.customer_id = person.id
       WHERE later.conversation_id <> d.conversation_id AND later.last_question_at > d.first_question_at
         AND later.first_question_at > d.first_question_at AND later.first_question_at <= span.until
         AND ${SAME_CATEGORY('later.category', 'd.category')}
    ) again
   WHERE d.conversation_id = ANY($1::uuid[]) AND d.first_question_at IS NOT NULL`;

/** $1 conversations and, in the same order, $2 outcomes, $3 contacts, $4 asked again, $5 articles, $6 whether that is for good. */
export const WRITE_OUTCOMES = `
  UPDATE bot_dialogues d
     SET outcome = n.outcome, came_back_at = n.came_back_at, asked_again_at = n.asked_again_at, article_id = n.article_id,
         decided_at = CASE WHEN d.outcome IS DISTINCT FROM n.outcome THEN desk_now() ELSE d.decided_at END,
         settled_at = CASE WHEN n.settled THEN desk_now() ELSE d.settled_at END
    FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::uuid[], $6::boolean[])
         AS n(id, outcome, came_back_at, asked_again_at, article_id, settled)
   WHERE d.conversation_id = n.id`;

/** Dialogues that a contact of one of these customers may tell of: those of late, of the same person. $1 customers. */
export const DIALOGUES_OF_PERSONS = `
  SELECT DISTINCT d.conversation_id AS id
    FROM unnest($1::uuid[]) AS asked (id)
    CROSS JOIN LATERAL (${SAME_PERSON('asked.id')}) person
    JOIN bot_dialogues d ON d.customer_id = person.id
   WHERE d.last_question_at > desk_now() - interval '30 days' AND d.outcome = 'confirmed'`;
