/** $1 question, $2 conversation, $3 site, $4 look-up, $5 input, $6 number up to which the conversation was read. */
export const ORDER = `
  INSERT INTO bot_look_up_calls (question_id, conversation_id, site_id, look_up, input, seq)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`;

/** A few of each site: one that hangs must not keep the others waiting. $1 how many of each, $2 seconds until it counts as dropped. */
export const CLAIM = `
  UPDATE bot_look_up_calls c SET tries = tries + 1, held_until = desk_now() + make_interval(secs => $2)
  FROM conversations v JOIN customers p ON p.id = v.customer_id LEFT JOIN shops s ON s.id = p.shop_id
  WHERE v.id = c.conversation_id AND c.question_id IN (
    SELECT due.question_id FROM (SELECT DISTINCT site_id FROM bot_look_up_calls) sites CROSS JOIN LATERAL (
      SELECT question_id FROM bot_look_up_calls
      WHERE site_id = sites.site_id AND (held_until IS NULL OR held_until <= desk_now())
      ORDER BY created_at LIMIT $1 FOR UPDATE SKIP LOCKED) due)
  RETURNING c.question_id AS "questionId", c.conversation_id AS "conversationId", c.site_id AS "siteId", c.look_up AS "lookUp",
            c.input, c.seq, c.tries, p.id AS "customerId", p.external_id AS customer, s.external_id AS shop, v.locale`;

/** Whether it is still ours to answer: $1 question, $2 the try that this is. */
export const TAKE_BACK = 'DELETE FROM bot_look_up_calls WHERE question_id = $1 AND tries = $2 RETURNING 1';

/** $1 conversation, $2 what was tried, as a list, $3 up to which number all is answered, $4 something was found. */
export const NOTE_TRY = `
  UPDATE bot_dialogues SET tried = tried || $2::jsonb, answered_seq = greatest(answered_seq, $3),
         last_answer_at = CASE WHEN $4 THEN desk_now() ELSE last_answer_at END
  WHERE conversation_id = $1 RETURNING category`;
