/** $1 the import, $2 the rows. A row that is there already is left alone. */
export const ADD_ROWS = `
  INSERT INTO case_import_rows (import_id, number, place, external_id, subject, outcome, status, entries, messages, ticket_id, plan)
  SELECT $1, r.number, r.place, r."externalId", r.subject, r.outcome, r.status, r.entries, r.messages, r."ticketId", r.plan
    FROM jsonb_to_recordset($2::jsonb) AS r(number int, place text, "externalId" text, subject text, outcome text, status text,
      entries int, messages jsonb, "ticketId" uuid, plan jsonb)
  ON CONFLICT DO NOTHING`;

/** $1 the import. Counted anew each time: nobody has to keep a sum right. */
export const COUNTS = `
  SELECT count(*)::int AS total,
         count(*) FILTER (WHERE outcome = 'new')::int AS new,
         count(*) FILTER (WHERE outcome = 'known')::int AS known,
         count(*) FILTER (WHERE outcome = 'skipped')::int AS skipped,
         count(*) FILTER (WHERE outcome = 'refused')::int AS refused,
         count(*) FILTER (WHERE outcome = 'new' AND messages <> '[]')::int AS warnings,
         count(*) FILTER (WHERE outcome = 'new' AND status <> 'closed')::int AS open
    FROM case_import_rows WHERE import_id = $1`;

/** $1 the import, $2 after which number, $3 an outcome or null, $4 only those with a warning, $5 how many. */
export const ROWS = `
  SELECT r.number, r.place, r.external_id AS "externalId", r.subject, r.outcome, r.status, r.entries, r.messages, t.number AS ticket
    FROM case_import_rows r LEFT JOIN tickets t ON t.id = r.ticket_id
   WHERE r.import_id = $1 AND r.number > $2 AND ($3::text IS NULL OR r.outcome = $3)
     AND (NOT $4 OR r.messages <> '[]' AND r.outcome = 'new') ORDER BY r.number LIMIT $5`;
