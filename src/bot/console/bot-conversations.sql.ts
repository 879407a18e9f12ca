import { cursorColumn } from '../../platform/http/index.js';
import { CREDITED_ARTICLE } from '../deflection/facts.sql.js';
import { ASKED_IN_PERIOD } from '../deflection/report.sql.js';

/** So long a customer's words may stand without any of the bot's, seconds: a language model may be writing. */
const PATIENCE_SECONDS = 90;
const QUESTION_LENGTH = 240;
/** Lists reach back so far, unless a period is asked for. */
const LISTED_DAYS = 30;
/** What nothing has come of is settled long before. */
const NEEDED_DAYS = 4;
const COUNTED = 1_000;

/**
 * Conversations in which the bot has not come to an end with what was said: its event waits or was given up, a host is asked, a
 * model writes. A few, so that nobody looks through all conversations for who has the last word.
 */
const UNDER_WAY = `
  SELECT substr(o.key, length('conversation:') + 1)::uuid FROM outbox o
   WHERE o.type = 'entry.posted' AND o.payload->>'authorKind' = 'customer' AND o.payload->>'handler' = 'bot'
     AND o.created_at < desk_now() - interval '${PATIENCE_SECONDS} seconds'
  UNION ALL SELECT substr(key, length('conversation:') + 1)::uuid FROM dead_letters
             WHERE type = 'entry.posted' AND consumer = 'bot.answers'
  UNION ALL SELECT conversation_id FROM bot_writing
  UNION ALL SELECT conversation_id FROM bot_look_up_calls`;

/** Conversation `c` with dialogue `d`: the customer has the last word, and has had it for a while. */
const UNANSWERED = `
  (d.conversation_id = ANY (ARRAY(${UNDER_WAY}))
   AND c.last_customer_message_at < desk_now() - interval '${PATIENCE_SECONDS} seconds' AND (
    SELECT e.author_kind FROM entries e WHERE e.conversation_id = c.id AND e.kind = 'message'
     ORDER BY e.seq DESC LIMIT 1) = 'customer')`;

const NEEDS_PERSON = `
  (c.handler = 'bot' AND d.outcome IS NULL AND d.last_question_at > desk_now() - interval '${NEEDED_DAYS} days'
   AND (d.needs_person_since IS NOT NULL OR ${UNANSWERED}))`;

const CUSTOMER = `
  bot_dialogues d JOIN conversations c ON c.id = d.conversation_id
    JOIN customers p ON p.id = c.customer_id LEFT JOIN shops s ON s.id = p.shop_id`;

export const ITEM_COLUMNS = `
  c.id, c.locale, c.handler, d.entry, d.category, d.category_confidence AS confidence, d.sub_category AS "subCategory",
  d.misses, d.outcome, d.hand_over_reason AS "handOverReason", d.came_back_at AS "cameBackAt",
  d.first_question_at AS "askedAt", d.last_question_at AS "lastAskedAt",
  p.name AS "customerName", s.name AS "shopName", s.tier,
  coalesce((SELECT left(e.body, ${QUESTION_LENGTH}) FROM entries e
             WHERE e.conversation_id = c.id AND e.author_kind = 'customer' AND e.kind = 'message' AND e.body <> ''
             ORDER BY e.seq LIMIT 1), '') AS "firstQuestion",
  ${NEEDS_PERSON} AS "needsPerson", d.needs_person_because AS because,
  coalesce(d.needs_person_since, c.last_customer_message_at) AS "needsPersonSince",
  (SELECT json_build_object('number', t.number, 'status', t.status, 'assigneeName', a.name)
     FROM ticket_conversations tc JOIN tickets t ON t.id = tc.ticket_id LEFT JOIN staff a ON a.id = t.assignee_id
    WHERE tc.conversation_id = c.id) AS ticket`;

/** What is not known is asked for as `none`. */
const IS = (column: string, parameter: string) =>
  `(${parameter}::text IS NULL OR CASE WHEN ${parameter} = 'none' THEN ${column} IS NULL ELSE ${column} = ${parameter} END)`;

/**
 * $1–$3 period in days and their zone, null: the last days; $4 list, $5 outcome, $6 category, $7 article, $8 language, $9 entry,
 * $10 reason of handing over, $11 came back, $12 asked again, $13 and $14 where the page before ended, $15 how many.
 */
export const LIST = `
  SELECT ${ITEM_COLUMNS}, ${cursorColumn('d.last_question_at')} AS "cursorAt"
    FROM ${CUSTOMER}
   WHERE d.last_question_at IS NOT NULL
     AND CASE WHEN $1::text IS NULL THEN d.last_question_at > desk_now() - interval '${LISTED_DAYS} days' ELSE ${ASKED_IN_PERIOD} END
     AND CASE $4::text
           WHEN 'needs_person' THEN ${NEEDS_PERSON}
           WHEN 'running' THEN c.handler = 'bot' AND d.outcome IS NULL
           WHEN 'handed_over' THEN c.handler = 'person'
           WHEN 'confirmed' THEN d.outcome = 'confirmed'
           ELSE true END
     AND ($5::text IS NULL OR CASE WHEN $5 = 'undecided' THEN d.outcome IS NULL ELSE d.outcome = $5 END)
     AND ${IS('d.category', '$6')}
     AND ($7::text IS NULL OR CASE WHEN $7 = 'none' THEN (${CREDITED_ARTICLE}) IS NULL ELSE (${CREDITED_ARTICLE})::text = $7 END)
     AND ${IS('d.locale', '$8')}
     AND ${IS('d.entry', '$9')}
     AND ($10::text IS NULL OR d.outcome = 'handed_over') AND ${IS("nullif(d.hand_over_reason, '')", '$10')}
     AND (NOT $11::boolean OR d.came_back_at IS NOT NULL)
     AND (NOT $12::boolean OR (d.asked_again_at IS NOT NULL AND d.outcome <> 'handed_over'))
     AND ($13::timestamptz IS NULL OR (d.last_question_at, d.conversation_id) < ($13, $14::uuid))
   ORDER BY d.last_question_at DESC, d.conversation_id DESC LIMIT $15`;

/** $1 conversation. */
export const DETAIL = `
  SELECT ${ITEM_COLUMNS}, c.customer_id AS "customerId", i.name AS "siteName", d.page, d.form, d.tried,
         d.asking->>'kind' AS asking, d.decided_at AS "decidedAt"
    FROM ${CUSTOMER} JOIN sites i ON i.id = c.site_id
   WHERE c.id = $1 AND d.last_question_at IS NOT NULL`;

export const COUNT = `
  SELECT count(*)::int AS "needsPerson" FROM (
    SELECT FROM bot_dialogues d JOIN conversations c ON c.id = d.conversation_id WHERE ${NEEDS_PERSON} LIMIT ${COUNTED}) needed`;
