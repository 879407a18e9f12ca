/** Who has said nothing for so long after a question of the form has left. */
const PATIENCE = "interval '3 minutes'";

const IS_DUE = `
  c.handler = 'bot' AND d.asking ->> 'kind' = 'field' AND d.last_question_at <= desk_now() - ${PATIENCE}
    AND c.last_customer_message_at <= desk_now() - ${PATIENCE}`;

/** Conversations that wait with a question of the form open, the longest first. $1 how many, $2 those to leave out. */
export const SILENT = `
  SELECT c.id FROM bot_dialogues d JOIN conversations c ON c.id = d.conversation_id
   WHERE ${IS_DUE} AND NOT c.id = ANY($2::uuid[]) ORDER BY d.last_question_at LIMIT $1`;

/** One of them ($1) with what is known, locked; nothing when it has been answered since, or is in other hands at this moment. */
export const TAKE_SILENT = `
  SELECT c.locale, d.asking ->> 'because' AS because, d.category, d.category_confidence AS "categoryConfidence",
         d.sub_category AS "subCategory", d.form
    FROM bot_dialogues d JOIN conversations c ON c.id = d.conversation_id
   WHERE c.id = $1 AND ${IS_DUE} FOR NO KEY UPDATE OF c SKIP LOCKED`;
