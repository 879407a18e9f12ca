/**
 * SQL: whether this row of call_back_requests is of the case. A customer asks by the number they know, and goes on being called
 * after it was merged.
 * @param ticket SQL of an id
 */
export const callBacksOf = (request: string, ticket: string) =>
  `(${request}.ticket_id = ${ticket} OR ${request}.ticket_id IN (SELECT m.id FROM tickets m WHERE m.merged_into = ${ticket}))`;
