/** $1 a case. What goes with it: what was merged into it, and tasks of it, which are nobody's but colleagues'. */
export const FAMILY = `
  SELECT id FROM tickets WHERE id = $1 OR merged_into = $1
     OR (internal AND parent_id IN (SELECT id FROM tickets WHERE id = $1 OR merged_into = $1)) ORDER BY id`;

/** $1 the cases, $2 their conversations: whose they are. */
export const CUSTOMERS = `
  SELECT customer_id AS id FROM tickets WHERE id = ANY($1::uuid[])
  UNION SELECT customer_id FROM conversations WHERE id = ANY($2::uuid[])`;

/** What lines of the timeline may go on to say: kinds, numbers, times, teams and colleagues. */
const KEPT_KEYS = `'{from,to,because,reason,way,team,name,score,solved,promisedAt,number,into,as,parent,source,clockKind,rung,wish,seconds,
  waitedSeconds,count,renewed,createdAt}'::text[]`;

/** $1 the cases, $2 by customer id who stands in their place, $3 a subject that says nothing by locale. */
export const ANONYMISE: readonly string[] = [
  `UPDATE tickets t SET customer_id = ($2::jsonb->>t.customer_id::text)::uuid, shop_id = NULL,
     subject = $3::jsonb->>t.locale, rating_comment = NULL, promise_basis = NULL, anonymised_at = desk_now(),
     form = CASE WHEN f.kept IS NULL THEN '{}' ELSE coalesce((
       SELECT jsonb_object_agg(key, value) FROM jsonb_each(t.form) WHERE key = ANY(f.kept)), '{}') END
   FROM tickets same LEFT JOIN LATERAL (
     SELECT array_agg(field->>'key') AS kept FROM sub_categories s CROSS JOIN jsonb_array_elements(s.form) field
      WHERE s.key = same.sub_category AND NOT (field->>'customerVisible')::boolean
        AND field->>'type' IN ('select', 'multi_select', 'checkbox', 'number', 'money', 'date')) f ON true
   WHERE same.id = t.id AND t.id = ANY($1::uuid[])`,
  `UPDATE ticket_events e SET
     data = CASE WHEN e.kind IN ('accessed', 'edited', 'note', 'held') THEN '{}' ELSE coalesce((
       SELECT jsonb_object_agg(key, value) FROM jsonb_each(e.data) WHERE key = ANY(${KEPT_KEYS})), '{}') END,
     public_data = e.public_data - 'basis',
     actor_id = CASE WHEN e.actor_kind = 'customer' THEN ($2::jsonb->>e.actor_id::text)::uuid ELSE e.actor_id END
   WHERE e.ticket_id = ANY($1::uuid[]) AND $3::jsonb IS NOT NULL`,
];

/** $1 the cases: what else of ours hangs on them and holds words. */
export const FORGET: readonly string[] = [
  `UPDATE ticket_watchers SET reason = '' WHERE ticket_id = ANY($1::uuid[])`,
  'DELETE FROM nature_corrections WHERE ticket_id = ANY($1::uuid[])',
  `UPDATE case_import_rows SET subject = '' WHERE ticket_id = ANY($1::uuid[])`,
];

/** $1 the cases' conversations: first of all, or what is taken from a thread is looked at once more to be found by. */
export const UNLINK: readonly string[] = ['ticket_conversations', 'said_due', 'said_words'].map(
  (table) => `DELETE FROM ${table} WHERE conversation_id = ANY($1::uuid[])`,
);

/** $1 the cases: before they are deleted, nothing refers to them any more. */
export const DETACH: readonly string[] = [
  `DELETE FROM case_import_rows WHERE ticket_id = ANY($1::uuid[])`,
  'UPDATE tickets SET follow_up_of = NULL WHERE follow_up_of = ANY($1::uuid[]) AND id <> ALL($1::uuid[])',
  'UPDATE tickets SET parent_id = NULL WHERE parent_id = ANY($1::uuid[]) AND id <> ALL($1::uuid[])',
];

export const DELETE = 'DELETE FROM tickets WHERE id = ANY($1::uuid[])';
