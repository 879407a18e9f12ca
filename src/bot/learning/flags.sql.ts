import { cursorColumn } from '../../platform/http/index.js';

const FLAG = `
  f.entry_id AS "entryId", f.conversation_id AS "conversationId", f.reason, f.note, f.staff_id AS "staffId",
  s.name AS "staffName", f.created_at AS at, f.settled_at AS "settledAt", f.settled_by_what AS "settledBy"`;

/** $1 conversation. */
export const FLAGS_OF_CONVERSATION = `
  SELECT ${FLAG} FROM bot_flags f JOIN staff s ON s.id = f.staff_id WHERE f.conversation_id = $1 ORDER BY f.created_at`;

/** $1 answer. */
export const LOCKED_FLAG = `
  SELECT ${FLAG} FROM bot_flags f JOIN staff s ON s.id = f.staff_id WHERE f.entry_id = $1 FOR UPDATE OF f`;

const FLAGGED = `
  SELECT ${FLAG}, ${cursorColumn('f.created_at')} AS "cursorAt", c.locale, e.body AS answer,
         coalesce(e.data->'articles', '[]') AS articles, coalesce((e.data->>'generated')::boolean, false) AS generated,
         coalesce(q.body, '') AS question, t.number AS "ticketNumber"
    FROM bot_flags f JOIN staff s ON s.id = f.staff_id JOIN entries e ON e.id = f.entry_id
    JOIN conversations c ON c.id = f.conversation_id
    LEFT JOIN bot_answers a ON a.entry_id = f.entry_id LEFT JOIN entries q ON q.id = a.question_id
    LEFT JOIN ticket_conversations tc ON tc.conversation_id = f.conversation_id LEFT JOIN tickets t ON t.id = tc.ticket_id`;

/** The newest first. $1 and $2 the cursor, $3 how many, $4 for whose eyes: what is no case is for all of the staff. */
export const FLAGGED_ANSWERS = (settled: boolean): string => `${FLAGGED}
   WHERE f.settled_at IS ${settled ? 'NOT' : ''} NULL
     AND (t.id IS NULL OR EXISTS (
       SELECT FROM conversation_grants g WHERE g.conversation_id = f.conversation_id AND g.principal = ANY($4)))
     AND ($1::timestamptz IS NULL OR (f.created_at, f.entry_id) < ($1, $2::uuid))
   ORDER BY f.created_at DESC, f.entry_id DESC LIMIT $3`;

/** $1 answer. */
export const FLAGGED_ANSWER = `${FLAGGED} WHERE f.entry_id = $1`;

/** An answer of the bot's, and whether its conversation is a case. $1 the entry. */
export const FLAGGABLE = `
  SELECT e.conversation_id AS "conversationId",
         EXISTS (SELECT FROM ticket_conversations t WHERE t.conversation_id = e.conversation_id) AS "isCase"
    FROM entries e WHERE e.id = $1 AND e.author_kind = 'bot' AND e.data->>'type' IN ('bot_answer', 'bot_look_up')`;

/** $1 conversation; no row: it is not there, or the bot never spoke in it. */
export const WITH_THE_BOT = `
  SELECT EXISTS (SELECT FROM ticket_conversations t WHERE t.conversation_id = c.id) AS "isCase"
    FROM conversations c
   WHERE c.id = $1 AND (EXISTS (SELECT FROM bot_dialogues d WHERE d.conversation_id = c.id)
                        OR EXISTS (SELECT FROM bot_answers a WHERE a.conversation_id = c.id))`;
