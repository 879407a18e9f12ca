/** The clocks of the ticket $1 with all that is written of them, the newest first. */
export const EXPLAINED = `
  SELECT c.id, c.kind, c.mode, c.state, c.tier, c.priority, c.target_seconds AS "targetSeconds", c.started_at AS "startedAt",
         c.due_at AS "dueAt", c.met_at AS "metAt", c.paused_at AS "pausedAt", c.policy_version AS "policyVersion", c.ladder,
         c.ladder_version AS "ladderVersion", c.calendars, c.rung_times AS "rungTimes", t.promise_basis AS basis,
         desk_now() AS now,
         (SELECT coalesce(json_agg(json_build_object('from', p.from_at, 'to', p.to_at, 'because', p.because) ORDER BY p.from_at), '[]')
          FROM clock_pauses p WHERE p.clock_id = c.id) AS pauses,
         (SELECT coalesce(json_agg(json_build_object('at', e.created_at, 'data', e.data) ORDER BY e.created_at), '[]')
          FROM ticket_events e WHERE e.ticket_id = c.ticket_id AND e.kind = 'retimed' AND e.data ->> 'clockId' = c.id::text) AS retimings,
         (SELECT coalesce(json_agg(json_build_object(
              'id', e.id, 'rung', e.rung, 'state', e.state, 'firedAt', e.fired_at, 'acknowledgeBy', e.acknowledge_by,
              'acknowledgedAt', e.acknowledged_at, 'acknowledgedBy', s.name, 'also', e.also, 'dueAt', e.due_at,
              'at', l.ladders -> (CASE WHEN e.rung > 100 THEN 'P0' ELSE c.kind END) -> ((e.rung - 1) % 100) -> 'at') ORDER BY e.rung), '[]')
          FROM escalations e JOIN ladder_versions l ON l.version = e.ladder_version
          LEFT JOIN staff s ON s.id = e.acknowledged_by WHERE e.clock_id = c.id) AS escalations,
         (SELECT coalesce(json_agg(json_build_object('id', k.id, 'name', k.name)), '[]') FROM calendars k
          WHERE k.id IN (SELECT (r ->> 0)::uuid FROM jsonb_array_elements(c.calendars) r)) AS names
  FROM clocks c JOIN tickets t ON t.id = c.ticket_id
  WHERE c.ticket_id = $1 ORDER BY c.state = 'running' DESC, c.started_at DESC, c.id LIMIT 50`;
