/** Sessions run in UTC. */
const iso = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const SUBJECT_LENGTH = 80;
const WAITING_SHOWN = 20;
const STUCK_SHOWN = 20;
const CASES_OF_A_PERSON = 20;

/** What is due next on a ticket t, as {@link WallBoardClock}. */
const CLOCK = `
  'nextDueAt', ${iso('t.next_due_at')}, 'nextDueKind', t.next_due_kind, 'nextDueStartedAt', ${iso('t.next_due_started_at')},
  'pausedAt', ${iso('t.paused_at')}, 'nextDueBeyond', t.next_due_beyond,
  'nextDueWorking', (
    SELECT json_agg(json_build_object('from', ${iso('t.next_due_working[i]')}, 'to', ${iso('t.next_due_working[i + 1]')}) ORDER BY i)
    FROM generate_series(1, cardinality(t.next_due_working), 2) i)`;

const SUBJECT = `CASE WHEN length(t.subject) > ${SUBJECT_LENGTH} THEN left(t.subject, ${SUBJECT_LENGTH - 1}) || '…' ELSE t.subject END`;

/** Whether a person (profile p) can do a piece of work (q) at all: with empty hands, and with its required skills while these count. */
const COULD = `
  p.capacity >= q.units AND coalesce((p.kind_limits ->> q.kind)::int, q.units) >= q.units
  AND (q.stage <> 'skills' OR r.relax_after_seconds IS NOT NULL OR NOT EXISTS (
    SELECT FROM jsonb_array_elements(q.needs) n
    WHERE (n ->> 'required')::boolean AND coalesce((p.skills ->> (n ->> 'skill'))::int, 0) < (n ->> 'minimum')::int))`;

/** What waits, each with its place; whether nobody could take it is asked once for all that ask the same of people. */
const QUEUE = `
  shapes AS MATERIALIZED (
    SELECT q.*, NOT EXISTS (
      SELECT FROM team_members m
      JOIN teams home ON home.id = m.team_id AND home.archived_at IS NULL
      JOIN staff f ON f.id = m.staff_id AND f.disabled_at IS NULL AND f.joined_at IS NOT NULL
      JOIN agent_profiles p ON p.staff_id = f.id
      WHERE (m.team_id = q.team_id OR m.team_id = ANY(r.overflow_team_ids) AND (q.stage = 'overflow' OR r.overflow_after_seconds IS NOT NULL))
        AND ${COULD}) AS nobody
    FROM (SELECT DISTINCT team_id, kind, units, needs, stage FROM queue_items WHERE team_id IN (SELECT id FROM scope)) q
    JOIN team_routing r ON r.team_id = q.team_id
  ), queue AS MATERIALIZED (
    SELECT q.*, row_number() OVER (PARTITION BY q.team_id ORDER BY q.rank_at, q.ticket_id)::int AS place,
           row_number() OVER (ORDER BY q.rank_at, q.ticket_id)::int AS turn, s.nobody
    FROM queue_items q JOIN shapes s USING (team_id, kind, units, needs, stage)
  )`;

const TEAMS = `
  SELECT json_agg(json_build_object(
    'id', k.id, 'name', k.name, 'strategy', r.strategy, 'queueLimit', r.queue_limit, 'waiting', q.waiting,
    'longestSince', ${iso('q.since')}, 'stages', json_build_object('skills', q.skills, 'team', q.team, 'overflow', q.overflow),
    'nobody', q.nobody, 'presences', json_build_object('online', w.online, 'busy', w.busy, 'offline', w.offline),
    'load', w.load, 'capacity', w.capacity, 'inHand', (SELECT count(*) FROM work_in_hand h WHERE h.team_id = k.id),
    'slaAtRisk', coalesce(d.at_risk, 0), 'slaOverdue', coalesce(d.overdue, 0)) ORDER BY k.key)
  FROM scope k
  JOIN team_routing r ON r.team_id = k.id
  CROSS JOIN LATERAL (
    SELECT count(*) AS waiting, min(enqueued_at) AS since, count(*) FILTER (WHERE stage = 'skills') AS skills,
           count(*) FILTER (WHERE stage = 'team') AS team, count(*) FILTER (WHERE stage = 'overflow') AS overflow,
           count(*) FILTER (WHERE nobody) AS nobody
    FROM queue WHERE team_id = k.id) q
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE p.presence = 'online') AS online, count(*) FILTER (WHERE p.presence = 'busy') AS busy,
           count(*) FILTER (WHERE p.presence = 'offline') AS offline,
           coalesce(sum(p.load) FILTER (WHERE p.presence = 'online'), 0) AS load,
           coalesce(sum(p.capacity) FILTER (WHERE p.presence = 'online'), 0) AS capacity
    FROM people p WHERE k.id = ANY(p.team_ids)) w
  LEFT JOIN due d ON d.team_id = k.id`;

/** What runs out, of all teams in one read: an index finds what is due, none what is due of one team. */
const DUE = `
  due AS MATERIALIZED (
    SELECT t.team_id, count(*) FILTER (WHERE t.next_due_at <= desk_now()) AS overdue,
           count(*) FILTER (WHERE t.next_due_at > desk_now()
             AND t.next_due_at - desk_now() < (t.next_due_at - t.next_due_started_at) * 0.25) AS at_risk
    FROM tickets t WHERE t.next_due_at IS NOT NULL AND t.paused_at IS NULL GROUP BY t.team_id
  )`;

const PEOPLE = `
  people AS MATERIALIZED (
    SELECT f.id, f.name, array_agg(m.team_id ORDER BY m.team_id) AS team_ids, coalesce(s.presence, 'offline') AS presence,
           s.since, s.because, s.set_by, s.last_active_at, s.paused_kinds, p.load, p.capacity, p.kind_loads, p.kind_limits
    FROM team_members m
    JOIN staff f ON f.id = m.staff_id AND f.disabled_at IS NULL AND f.joined_at IS NOT NULL
    JOIN agent_profiles p ON p.staff_id = f.id
    LEFT JOIN presences s ON s.staff_id = f.id
    WHERE m.team_id IN (SELECT id FROM scope)
    GROUP BY f.id, s.staff_id, p.staff_id
  ), planned AS MATERIALIZED (
    SELECT h.team_id, h.staff_id, h.starts_at <= desk_now() AND h.ends_at > desk_now() AS now FROM shifts h
    WHERE h.team_id IN (SELECT id FROM scope)
      AND h.starts_at < desk_now() + interval '12 hours' AND h.ends_at > desk_now() - interval '12 hours'
  )`;

const CASES = `
  SELECT count(*) AS held, json_agg(json_build_object(
      'number', t.number, 'subject', ${SUBJECT}, 'teamId', t.team_id, 'priority', t.priority, 'status', t.status,
      'kind', h.kind, 'units', h.units, 'since', ${iso('h.since')},
      'waitsFor', CASE WHEN h.waiting_since IS NOT NULL THEN 'customer' WHEN talk.since IS NOT NULL THEN 'staff' END,
      'waitingSince', ${iso('coalesce(h.waiting_since, talk.since)')},
      'released', CASE WHEN h.released_at IS NOT NULL THEN true END, ${CLOCK}) ORDER BY h.since, h.ticket_id)
    FILTER (WHERE h.place <= ${CASES_OF_A_PERSON}) AS cases, count(*) FILTER (WHERE h.place <= ${CASES_OF_A_PERSON}) AS shown
  FROM (
    SELECT h.*, row_number() OVER (ORDER BY h.since, h.ticket_id) AS place FROM work_in_hand h
    WHERE h.staff_id = p.id AND h.team_id IN (SELECT id FROM scope)
  ) h
  JOIN tickets t ON t.id = h.ticket_id
  CROSS JOIN LATERAL (
    SELECT min(c.awaiting_reply_since) AS since FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id
    WHERE tc.ticket_id = t.id) talk`;

const PEOPLE_SHOWN = `
  SELECT json_agg(json_build_object(
    'id', p.id, 'name', p.name, 'teamIds', p.team_ids, 'presence', p.presence, 'since', ${iso('p.since')},
    'because', p.because, 'setBy', CASE WHEN p.set_by <> p.id THEN (SELECT name FROM staff WHERE id = p.set_by) END,
    'lastActiveAt', ${iso('p.last_active_at')}, 'pausedKinds', coalesce(p.paused_kinds, '{}'),
    'onShift', (SELECT CASE WHEN count(*) > 0 THEN coalesce(bool_or(now) FILTER (WHERE staff_id = p.id), false) END
                FROM planned WHERE team_id = ANY(p.team_ids)),
    'load', p.load, 'capacity', p.capacity, 'kindLoads', p.kind_loads, 'kindLimits', p.kind_limits,
    'cases', coalesce(hand.cases, '[]'),
    'otherCases', (SELECT count(*) FROM work_in_hand WHERE staff_id = p.id) - hand.shown)
    ORDER BY array_position('{online,busy,offline}', p.presence), p.name, p.id)
  FROM people p CROSS JOIN LATERAL (${CASES}) hand`;

const WAITING = `
  SELECT json_agg(json_build_object(
    'number', t.number, 'subject', ${SUBJECT}, 'teamId', q.team_id, 'place', q.place, 'priority', q.priority, 'tier', q.tier,
    'kind', q.kind, 'units', q.units, 'waitingSince', ${iso('q.enqueued_at')}, 'needs', q.needs, 'stage', q.stage,
    'wish', q.wish, 'live', q.live, 'nobody', q.nobody, ${CLOCK}) ORDER BY q.turn)
  FROM (
    SELECT *, row_number() OVER (PARTITION BY nobody ORDER BY turn) AS nth FROM queue
  ) q JOIN tickets t ON t.id = q.ticket_id
  WHERE q.turn <= ${WAITING_SHOWN} OR q.nobody AND q.nth <= ${STUCK_SHOWN}`;

/**
 * The whole board as {@link WallBoardView} in JSON, in one statement, so that its figures fit together. $1 the teams; null:
 * all that are not archived.
 */
export const WALL_BOARD = `
WITH scope AS MATERIALIZED (
  SELECT id, key, name FROM teams WHERE CASE WHEN $1::uuid[] IS NULL THEN archived_at IS NULL ELSE id = ANY($1) END
), ${PEOPLE}, ${QUEUE}, ${DUE}
SELECT json_strip_nulls(json_build_object(
  'at', ${iso('desk_now()')}, 'teams', coalesce((${TEAMS}), '[]'), 'people', coalesce((${PEOPLE_SHOWN}), '[]'),
  'waiting', coalesce((${WAITING}), '[]'))) AS board`;
