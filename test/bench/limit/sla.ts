/**
 * The bare limit of the sweep: for each slice of what is due one statement that leaves what the product leaves. The rung is
 * known beforehand, and nobody asks whether the case was answered, who holds it, or what the ladder says.
 */
import pg from 'pg';
import { answerParent } from '../harness/helper-process.js';

const SLICE = 1_000;
const SWEEP = `
  WITH due AS MATERIALIZED (
    SELECT id, ticket_id, kind, due_at, rung_times, ladder_version FROM clocks WHERE next_rung_at <= desk_now()
    ORDER BY next_rung_at LIMIT ${SLICE} FOR UPDATE SKIP LOCKED
  ), climbed AS (
    UPDATE clocks c SET next_rung = 3, next_rung_at = least(c.rung_times[3], desk_now() + interval '30 minutes')
    FROM due WHERE c.id = due.id
  ), fired AS (
    INSERT INTO escalations (id, clock_id, rung, ladder_version, due_at, needs_acknowledgement, acknowledge_by)
    SELECT uuidv7(), id, 2, ladder_version, due_at, true, desk_now() + interval '30 minutes' FROM due RETURNING id, clock_id
  ), marked AS (
    UPDATE tickets t SET escalated_at = desk_now() FROM due WHERE t.id = due.ticket_id
    RETURNING t.*, due.id AS clock, due.kind, due.due_at,
      ARRAY(SELECT conversation_id FROM ticket_conversations tc WHERE tc.ticket_id = t.id) AS talks
  ), line AS (
    INSERT INTO ticket_events (id, ticket_id, kind, actor_kind, data, customer_visible)
    SELECT uuidv7(), ticket_id, 'escalated', 'system',
      jsonb_build_object('clockKind', kind, 'rung', 2, 'at', '{"breach": true}'::jsonb), false FROM due
  ), marks AS (
    INSERT INTO outbox (key, type, payload)
    SELECT 'ticket:' || id, 'ticket.escalated', jsonb_build_object('ticketId', id, 'number', number, 'siteId', site_id,
      'customerId', customer_id, 'tier', tier, 'category', category, 'subCategory', sub_category, 'priority', priority,
      'status', status, 'teamId', team_id, 'assigneeId', assignee_id, 'conversationIds', talks, 'at', desk_now(),
      'clockKind', kind, 'rung', 2)
    FROM marked
  ), told AS (
    INSERT INTO outbox (key, type, payload)
    SELECT 'ticket:' || m.id, 'sla.escalated', jsonb_build_object('escalationId', fired.id, 'ticketId', m.id, 'number', number,
      'teamId', team_id, 'assigneeId', assignee_id, 'clockId', m.clock, 'clockKind', kind, 'rung', 2,
      'at', '{"breach": true}'::jsonb, 'whom', '["assignee", "team_lead"]'::jsonb, 'how', '["in_app", "email"]'::jsonb,
      'dueAt', due_at, 'firedAt', desk_now(), 'needsAcknowledgement', true, 'acknowledgeBy', desk_now() + interval '30 minutes')
    FROM marked m JOIN fired ON fired.clock_id = m.clock
  )
  SELECT count(*)::int AS fired FROM due`;
const LOOK = `SELECT ticket_id FROM clocks WHERE next_rung_at <= desk_now() ORDER BY next_rung_at LIMIT ${SLICE}`;

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
const connected = client.connect();

answerParent({
  /** @returns how many fired, and in how many milliseconds */
  sweep: async () => {
    await connected;
    const began = performance.now();
    let fired = 0;
    for (let slice = 1; slice > 0; fired += slice)
      slice = (await client.query<{ fired: number }>({ name: 'sweep', text: SWEEP })).rows[0]?.fired ?? 0;
    return { fired, milliseconds: performance.now() - began };
  },
  /** @returns milliseconds of each look at nothing */
  idle: async (times: number) => {
    await connected;
    const looks: number[] = [];
    for (let look = 0; look < times; look += 1) {
      const began = performance.now();
      await client.query({ name: 'look', text: LOOK });
      looks.push(performance.now() - began);
    }
    return looks;
  },
});
