import type { RetentionDeed } from '../../contract/index.js';
import { ACTIVE_STATUSES } from '../transitions.data.js';

const ACTIVE = `('${ACTIVE_STATUSES.join("', '")}')`;

/** Cases by rule: $1 its category or null, $2 its sub-category or null, $3 those with rules of their own, $4 its days. */
const OF_RULE = `
  t.category IS NOT DISTINCT FROM $1::text AND NOT t.internal AND t.merged_into IS NULL
  AND CASE WHEN $2::text IS NOT NULL THEN t.sub_category = $2 ELSE t.sub_category IS NULL OR t.sub_category <> ALL($3::text[]) END`;

const DUE: Record<RetentionDeed, { at: string; when: string }> = {
  close: {
    at: 't.last_activity_at',
    when: `t.status = 'resolved' AND t.resolved_at < desk_now() - make_interval(days => $4::int)`,
  },
  anonymise: { at: 't.closed_at', when: 't.closed_at IS NOT NULL AND t.anonymised_at IS NULL' },
  delete: { at: 't.closed_at', when: 't.closed_at IS NOT NULL' },
};

const due = (deed: RetentionDeed): string =>
  `${OF_RULE} AND ${DUE[deed].when} AND ${DUE[deed].at} < desk_now() - make_interval(days => $4::int)`;

/** Why a case (`t`) is kept; null: nothing speaks for it. What is merged into it or is a task of it is part of it. */
const REASON = `
  CASE
    WHEN EXISTS (SELECT FROM tickets p WHERE (p.id = t.id OR p.merged_into = t.id) AND p.retention_hold IS NOT NULL) THEN 'held'
    WHEN EXISTS (SELECT FROM tickets p WHERE p.parent_id = t.id AND p.status IN ${ACTIVE}) THEN 'task_open'
    WHEN EXISTS (SELECT FROM ticket_links l JOIN tickets o ON o.id = CASE l.ticket_id WHEN t.id THEN l.other_id ELSE l.ticket_id END
                  WHERE t.id IN (l.ticket_id, l.other_id) AND o.status IN ${ACTIVE})
      OR EXISTS (SELECT FROM tickets o WHERE (o.follow_up_of = t.id OR o.id IN (t.parent_id, t.follow_up_of)) AND o.status IN ${ACTIVE})
      THEN 'linked_open'
    WHEN EXISTS (SELECT FROM ticket_conversations tc JOIN tickets p ON p.id = tc.origin_id
                  WHERE (p.id = t.id OR p.merged_into = t.id) AND tc.ticket_id <> t.id) THEN 'number_in_use'
  END`;

/** The next ones by time and id, after $5 and $6; $7 how many. */
export const candidates = (deed: RetentionDeed): string => `
  SELECT t.id, ${DUE[deed].at}::text AS at FROM tickets t
   WHERE ${due(deed)} AND (${DUE[deed].at}, t.id) > (coalesce($5::timestamptz, '-infinity'), coalesce($6::uuid, '00000000-0000-0000-0000-000000000000'))
   ORDER BY ${DUE[deed].at}, t.id LIMIT $7`;

/** Whether it is still so of one case ($5), now that it is locked, and why it is kept all the same. */
export const verdict = (deed: RetentionDeed): string => `
  SELECT ${deed === 'close' ? 'NULL' : REASON} AS reason FROM tickets t WHERE ${due(deed)} AND t.id = $5`;

/** How many there are, and how many of them are kept. */
export const preview = (deed: RetentionDeed): string => `
  SELECT count(*)::int AS cases, count(*) FILTER (WHERE reason IS NOT NULL)::int AS kept
    FROM (SELECT ${deed === 'close' ? 'NULL' : REASON} AS reason FROM tickets t WHERE ${due(deed)}) found`;
