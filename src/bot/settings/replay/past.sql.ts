const MESSAGE_LENGTH = 4_000;
const ENTRIES = 120;

/**
 * $1 conversations with the bot, the latest first, that come after the one where $2 and $3 ended (null: from the latest on): whose they are,
 * and what was said until a person took each, in order. `turnedDown`: the customer said of this answer that it did not help.
 */
export const PAST_CONVERSATIONS = `
  SELECT c.id, c.site_id AS "siteId", c.customer_id AS "customerId", c.category AS "chosenCategory", c.handler, c.locale,
         c.follow_up_of IS NOT NULL AS "isFollowUp", p.external_id IS NOT NULL AS identified, s.tier, s.external_id AS shop,
         d.entry, d.page, d.last_question_at::text AS "lastQuestionAt",
         (SELECT coalesce(json_agg(m ORDER BY m.seq), '[]') FROM (
            SELECT e.id, e.seq, e.author_kind AS "authorKind", left(e.body, ${MESSAGE_LENGTH}) AS body, e.created_at AS at,
                   jsonb_array_length(e.attachments) > 0 OR e.data IS NOT NULL AS attached,
                   e.data->>'type' = 'bot_answer' AND e.data->>'outcome' = 'not_helped' AS "turnedDown"
              FROM entries e
             WHERE e.conversation_id = c.id AND e.kind = 'message' AND e.author_kind IN ('customer', 'bot')
               AND e.seq < coalesce((SELECT min(o.seq) FROM entries o WHERE o.conversation_id = c.id AND o.kind = 'system'
                                      AND o.data->>'type' = 'ticket_opened'), 2147483647)
             ORDER BY e.seq LIMIT ${ENTRIES}) m) AS entries
    FROM bot_dialogues d JOIN conversations c ON c.id = d.conversation_id
    JOIN customers p ON p.id = c.customer_id LEFT JOIN shops s ON s.id = p.shop_id
   WHERE d.last_question_at IS NOT NULL
     AND ($2::timestamptz IS NULL OR (d.last_question_at, d.conversation_id) < ($2, $3::uuid))
   ORDER BY d.last_question_at DESC, d.conversation_id DESC LIMIT $1`;
