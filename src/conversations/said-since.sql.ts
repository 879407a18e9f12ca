/** What one wants to have read before one answers. Of one's own words there is no need. @param author SQL of the writer's id */
export const concerns = (author: string): string => `(
  e.kind IN ('message', 'call')
    AND (e.author_kind = 'customer' OR e.author_kind = 'staff' AND e.author_id IS DISTINCT FROM ${author})
  OR e.kind = 'system' AND e.data ->> 'type' = 'ticket_status' AND e.data ->> 'status' IN ('resolved', 'closed', 'cancelled'))`;

/**
 * Whether nothing has come since that concerns the writer; true when they do not say what they have seen. For a statement that
 * has locked the conversation `c`: its number is that of now, while what it sees of the entries may be a moment older. Numbers
 * are dense, so an entry that is not to be seen yet is missed in the count, and counts as news.
 * @param seen SQL of the last number that the writer has seen, or null
 * @param author SQL of their id
 */
export const unchangedSince = (seen: string, author: string): string => `(
  ${seen} IS NULL OR ${seen} >= c.seq OR c.seq - ${seen} = (
    SELECT count(*) FROM entries e
    WHERE e.conversation_id = c.id AND e.seq > ${seen} AND ${concerns(author)} IS NOT TRUE))`;
