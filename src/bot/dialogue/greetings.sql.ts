/** A step is of the moment so long. */
const MOMENT = "interval '15 minutes'";

/** What is known of who begins conversation $1; `seq` beyond 0: something was said already. */
export const ARRIVAL = `
  SELECT c.handler, c.seq, c.locale, c.category, c.follow_up_of IS NOT NULL AS "isFollowUp",
         CASE WHEN p.external_id IS NOT NULL THEN nullif(p.name, '') END AS name, s.greeting AS "siteGreeting", step.page,
         CASE WHEN step.error IS NOT NULL AND step.at > desk_now() - ${MOMENT}
           THEN json_build_object('action', step.action, 'error', step.error) END AS failure,
         (SELECT t.number FROM tickets t
           WHERE t.customer_id = c.customer_id AND t.status IN ('new', 'open', 'pending', 'on_hold')
           ORDER BY t.opened_at DESC LIMIT 1) AS "openTicket",
         (SELECT settings -> 'greetings' FROM bot_settings) AS greetings
    FROM conversations c JOIN customers p ON p.id = c.customer_id JOIN sites s ON s.id = c.site_id
    LEFT JOIN LATERAL (
      SELECT page, action, error, at FROM customer_steps WHERE customer_id = c.customer_id ORDER BY at DESC, id DESC LIMIT 1
    ) step ON true
   WHERE c.id = $1`;

/** Of these conversations those in which somebody spoke before the bot could greet, held; what is held by others is left to later. */
export const SPOKEN_IN = `
  SELECT id FROM conversations WHERE id = ANY($1::uuid[]) AND (seq > 0 OR handler <> 'bot')
  ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`;

/** By which door and from which page these conversations ($1) were entered; $2, in the same order, out of what. */
export const NOTE_ENTRIES = `
  INSERT INTO bot_dialogues (conversation_id, site_id, customer_id, locale, entry, page, category, category_confidence)
  SELECT c.id, c.site_id, c.customer_id, c.locale,
         CASE WHEN c.follow_up_of IS NOT NULL THEN 'follow_up' ELSE coalesce(n.door, CASE WHEN c.category IS NOT NULL THEN 'category' ELSE 'home' END) END,
         (SELECT page FROM customer_steps WHERE customer_id = c.customer_id ORDER BY at DESC, id DESC LIMIT 1),
         c.category, CASE WHEN c.category IS NOT NULL THEN 1 ELSE 0 END
    FROM unnest($1::uuid[], $2::text[]) AS n(id, door) JOIN conversations c ON c.id = n.id
  ON CONFLICT (conversation_id) DO UPDATE SET entry = excluded.entry, page = coalesce(excluded.page, bot_dialogues.page)`;
