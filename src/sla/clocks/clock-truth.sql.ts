/** A person said something to the customer of the conversations $2. */
const SAID_BY_STAFF = `author_kind = 'staff' AND kind IN ('message', 'call') AND customer_seq IS NOT NULL`;
const ANSWER = `conversation_id = ANY($2::uuid[]) AND ${SAID_BY_STAFF}`;

/** An answer of the very millisecond in which a clock began was given before it. */
const BEGAN = `c.started_at + interval '1 millisecond'`;

/**
 * When a response clock `c` of the ticket $1 was answered, whose conversations $2 are several: an answer to one customer is none
 * to another. Each who waited when it began has to have been answered; if nobody did, an answer to anybody will do.
 */
const ANSWERED_TO_ALL = `(
           SELECT CASE WHEN NOT bool_or(waited) THEN min(answered_at)
                       WHEN NOT bool_or(waited AND answered_at IS NULL) THEN max(answered_at) FILTER (WHERE waited) END
           FROM (
             SELECT (SELECT min(created_at) FROM entries
                     WHERE conversation_id = v.id AND ${SAID_BY_STAFF} AND created_at > ${BEGAN}) AS answered_at,
                    coalesce(v.awaiting_reply_since <= ${BEGAN}, false) OR EXISTS (
                      SELECT FROM entries asked
                      WHERE asked.conversation_id = v.id AND asked.author_kind = 'customer' AND asked.kind = 'message'
                        AND asked.created_at <= ${BEGAN} AND asked.created_at > coalesce(ended.at, '-infinity')
                        AND NOT EXISTS (
                          SELECT FROM entries WHERE conversation_id = v.id AND ${SAID_BY_STAFF}
                            AND created_at BETWEEN asked.created_at AND ${BEGAN})) AS waited
             FROM conversations v
             CROSS JOIN (SELECT max(created_at) AS at FROM ticket_events
                         WHERE ticket_id = $1 AND data ->> 'to' IN ('resolved', 'closed', 'cancelled')
                           AND kind = 'status' AND created_at <= c.started_at) ended
             WHERE v.id = ANY($2::uuid[])) thread)`;

/** A process that has gone leaves its customers behind for so long. */
const ATTENDANCE_SECONDS = 45;

/** SQL: whether this row of attendances is of a process that still runs. */
export const fresh = (attendance: string) =>
  `${attendance}.seen_at > desk_now() - interval '${ATTENDANCE_SECONDS} seconds'`;

/** SQL: whether a customer of these conversations has the window open. @param conversations SQL of a set of ids */
export const attended = (conversations: string) => `EXISTS (
      SELECT FROM conversations v JOIN attendances a ON a.customer_id = v.customer_id
      WHERE v.id ${conversations} AND ${fresh('a')})`;

const milliseconds = (time: string) => `floor(extract(epoch FROM ${time}) * 1000)`;

/**
 * What has happened to the ticket $1 with the conversations $2: opened, ended, brought back, promised; and what people have
 * said to its customer. A case that goes back to a team is open again, whatever it was.
 */
export const HISTORY = `
  SELECT t.opened_at AS "openedAt", t.promised_at AS "promisedAt", e.*, r.last_at AS "lastStaffReplyAt",
         ${attended('= ANY($2::uuid[])')} AS connected
  FROM tickets t
  CROSS JOIN LATERAL (
    SELECT max(created_at) FILTER (WHERE data ->> 'to' IN ('resolved', 'closed', 'cancelled')) AS "doneAt",
           max(created_at) FILTER (WHERE data ->> 'from' IN ('resolved', 'closed', 'cancelled') AND data ->> 'to' = 'open')
             AS "reopenedAt",
           max(created_at) FILTER (WHERE data ->> 'because' = 'handed_over' AND customer_visible) AS "handedOverAt",
           min(created_at) FILTER (WHERE kind = 'promised') AS "firstPromiseAt",
           max(created_at) FILTER (WHERE kind = 'promised') AS "lastPromiseAt",
           max(created_at) FILTER (WHERE kind = 'promise_kept') AS "keptAt",
           coalesce(json_agg(json_build_array(${milliseconds('created_at')},
               CASE kind WHEN 'status' THEN data ->> 'to' ELSE 'open' END) ORDER BY created_at, id)
             FILTER (WHERE kind IN ('status', 'handed_over')), '[]') AS moves
    FROM ticket_events
    WHERE ticket_id = t.id AND kind IN ('status', 'assigned', 'handed_over', 'promised', 'promise_kept')) e
  CROSS JOIN LATERAL (
    SELECT max(created_at) AS last_at FROM entries
    WHERE ${ANSWER}) r
  WHERE t.id = $1`;

/**
 * The clocks of the ticket $1, locked, oldest first. Times come back in whole milliseconds: an answer of the very millisecond
 * in which a clock began was given before it.
 */
export const CLOCKS = `
  SELECT c.id, c.kind, c.state, c.started_at AS "startedAt", c.target_seconds AS "targetSeconds", c.due_at AS "dueAt",
         c.met_at AS "metAt", c.mode, c.tier, c.priority, c.team_id AS "teamId", c.policy_version AS "policyVersion", c.ladder,
         c.ladder_version AS "ladderVersion", c.calendars, c.rung_times AS "rungTimes", c.paused_at AS "pausedAt",
         c.timed_at AS "timedAt",
         CASE WHEN c.state = 'running' AND c.kind IN ('first_response', 'next_response') THEN
           CASE WHEN cardinality($2::uuid[]) > 1 THEN ${ANSWERED_TO_ALL} ELSE (
             SELECT min(created_at) FROM entries WHERE ${ANSWER} AND created_at > ${BEGAN}) END END AS "answeredAt",
         CASE WHEN c.kind = 'resolution' THEN (
           SELECT json_agg(json_build_array(${milliseconds('from_at')}, ${milliseconds('to_at')}, because) ORDER BY from_at)
           FROM clock_pauses WHERE clock_id = c.id) END AS pauses,
         CASE WHEN c.state = 'running' OR c.kind = 'resolution' THEN (
           SELECT json_agg(json_build_array(rung,
             CASE WHEN acknowledged_at IS NULL THEN ${milliseconds('acknowledge_by')} END)) FROM escalations
           WHERE clock_id = c.id) END AS escalations
  FROM clocks c WHERE c.ticket_id = $1 ORDER BY c.started_at, c.id FOR UPDATE OF c`;
