/**
 * SQL: what its customer may see of the form of a case, as JSON of `CaseDetailView[]` in the order of the form; null: nothing. Values
 * that were written before forms said who sees them stay in the house until somebody looks them over (`form_version`).
 * @param ticket alias of the case that the customer knows: after a merge their own, never the other's
 */
export const caseDetails = (ticket: string): string => `
  CASE WHEN ${ticket}.form_version IS NOT NULL AND ${ticket}.form <> '{}' THEN (
    SELECT json_strip_nulls(json_agg(json_build_object(
             'key', f->'key', 'label', f->'label', 'type', f->'type', 'options', f->'options', 'currency', f->'currency',
             'value', ${ticket}.form->>(f->>'key')) ORDER BY place))
      FROM sub_categories s, jsonb_array_elements(s.form) WITH ORDINALITY AS field(f, place)
     WHERE s.key = ${ticket}.sub_category AND (f->>'customerVisible')::boolean AND ${ticket}.form->>(f->>'key') <> '') END`;
