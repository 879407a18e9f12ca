/** So many messages of one run are read, the newest. */
export const MOST_MESSAGES = 200;
const MESSAGE_LENGTH = 4_000;

/**
 * All that the database says of a conversation before the bot decides, in one round trip: who it is, where the dialogue
 * stands, what has been said since the bot answered last, and the answer that nobody has judged. A conversation from before
 * there were dialogues has been answered up to the bot's last words.
 */
export const GATHER = `
  SELECT c.site_id AS "siteId", c.customer_id AS "customerId", c.category AS "chosenCategory", c.handler, c.locale, c.seq,
         c.follow_up_of IS NOT NULL AS "isFollowUp", desk_now() AS at,
         p.external_id IS NOT NULL AS identified, s.tier, s.external_id AS shop,
         (SELECT settings FROM bot_settings) AS settings,
         d.conversation_id IS NOT NULL AS known, d.entry, d.page, d.category, d.category_confidence AS "categoryConfidence",
         d.sub_category AS "subCategory", d.form, d.asking, d.asked, d.misses, d.shown_article_ids AS "shownArticleIds",
         d.tried, d.generated, d.needs_person_because AS "needsPersonBecause",
         (SELECT coalesce(json_agg(m ORDER BY m.seq), '[]') FROM (
            SELECT e.id, e.seq, left(e.body, ${MESSAGE_LENGTH}) AS body, e.created_at AS at,
                   jsonb_array_length(e.attachments) > 0 OR e.data IS NOT NULL AS attached
              FROM entries e
             WHERE e.conversation_id = c.id AND e.author_kind = 'customer' AND e.kind = 'message'
               AND e.seq > CASE WHEN d.conversation_id IS NOT NULL THEN d.answered_seq ELSE coalesce((
                     SELECT b.seq FROM entries b WHERE b.conversation_id = c.id AND b.author_kind IN ('bot', 'staff')
                     ORDER BY b.seq DESC LIMIT 1), 0) END
             ORDER BY e.seq DESC LIMIT ${MOST_MESSAGES}) m) AS messages,
         (SELECT json_build_object('entryId', a.entry_id, 'questionId', a.question_id, 'articleIds', a.article_ids,
                   'attempt', a.attempt, 'outcome', a.outcome, 'question', q.body)
            FROM bot_answers a JOIN entries q ON q.id = a.question_id
           WHERE a.conversation_id = c.id ORDER BY a.created_at DESC, a.entry_id DESC LIMIT 1) AS "lastAnswer"
    FROM conversations c JOIN customers p ON p.id = c.customer_id LEFT JOIN shops s ON s.id = p.shop_id
    LEFT JOIN bot_dialogues d ON d.conversation_id = c.id
   WHERE c.id = $1`;
