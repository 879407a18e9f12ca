/**
 * Where the dialogue stands now. $1 conversation, $2 the whole state as JSON, $3 up to which number it is answered (null: as
 * before), $4 the customer has asked something, $5 they have been given something.
 */
export const SAVE_DIALOGUE = `
  INSERT INTO bot_dialogues AS d (conversation_id, site_id, customer_id, locale, entry, page, category, category_confidence,
    sub_category, form, asking, asked, misses, shown_article_ids, tried, generated, needs_person_because, needs_person_since,
    answered_seq, first_question_at, last_question_at, last_answer_at)
  SELECT c.id, c.site_id, c.customer_id, c.locale, s.entry, s.page, s.category, s."categoryConfidence", s."subCategory", s.form,
         s.asking, s.asked, s.misses, s."shownArticleIds", s.tried, s.generated, s."needsPersonBecause",
         CASE WHEN s."needsPersonBecause" IS NOT NULL THEN desk_now() END, coalesce($3::int, 0),
         CASE WHEN $4::boolean THEN desk_now() END, CASE WHEN $4::boolean THEN desk_now() END,
         CASE WHEN $5::boolean THEN desk_now() END
    FROM conversations c, jsonb_to_record($2) AS s(entry text, page text, category text, "categoryConfidence" real,
           "subCategory" text, form jsonb, asking jsonb, asked text[], misses integer, "shownArticleIds" uuid[], tried jsonb,
           generated boolean, "needsPersonBecause" text)
   WHERE c.id = $1
  ON CONFLICT (conversation_id) DO UPDATE SET
    customer_id = excluded.customer_id, page = coalesce(excluded.page, d.page), category = excluded.category,
    category_confidence = excluded.category_confidence, sub_category = excluded.sub_category, form = excluded.form,
    asking = excluded.asking, asked = excluded.asked, misses = excluded.misses,
    shown_article_ids = excluded.shown_article_ids, tried = excluded.tried, generated = excluded.generated,
    needs_person_because = excluded.needs_person_because,
    needs_person_since = CASE WHEN excluded.needs_person_because IS NOT NULL
      THEN coalesce(d.needs_person_since, excluded.needs_person_since) END,
    answered_seq = greatest(d.answered_seq, excluded.answered_seq),
    first_question_at = coalesce(d.first_question_at, excluded.first_question_at),
    last_question_at = coalesce(excluded.last_question_at, d.last_question_at),
    last_answer_at = coalesce(excluded.last_answer_at, d.last_answer_at)`;
