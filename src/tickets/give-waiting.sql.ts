/**
 * SQL for a CTE: tickets that wait become somebody's, as `Assignments` would write it. They must be locked, and belong to nobody.
 * What follows is `Tickets.followClaims`, in the same transaction.
 * @param given relation with `ticket_id, team_id, staff_id`
 */
export const giveWaiting = (given: string): string => `
  UPDATE tickets SET team_id = ${given}.team_id, assignee_id = ${given}.staff_id, status = 'open', version = version + 1,
    last_activity_at = desk_now()
  FROM ${given} WHERE tickets.id = ${given}.ticket_id`;
