import type { Locale } from '../../contract/index.js';
import type { Principal } from '../../platform/push/index.js';
import type { WritingTask } from './writing.service.js';

/** A piece of writing that this process has in hand. */
export interface HeldWriting {
  questionId: string;
  conversationId: string;
  customerId: string;
  /** The host site has signed who this is. */
  identified: boolean;
  locale: Locale;
  task: WritingTask;
  /** This one included: more than one means that a process has died over it. */
  tries: number;
  /** Seconds since it was asked for. */
  waited: number;
  /** Who sees it being written. */
  audience: Principal[];
}

/** The oldest that nobody holds. $1: seconds for which it is held. */
export const CLAIM_WRITING = `
  UPDATE bot_writing w SET tries = tries + 1, held_until = desk_now() + $1 * interval '1 second'
    FROM conversations c
   WHERE c.id = w.conversation_id AND w.question_id =
         (SELECT question_id FROM bot_writing WHERE held_until IS NULL OR held_until <= desk_now()
           ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING w.question_id AS "questionId", w.conversation_id AS "conversationId", c.customer_id AS "customerId", c.locale,
            (SELECT external_id IS NOT NULL FROM customers WHERE id = c.customer_id) AS identified,
            w.task, w.tries, extract(epoch FROM desk_now() - w.created_at)::float8 AS waited,
            ARRAY(SELECT principal FROM conversation_grants g
                   WHERE g.conversation_id = c.id AND g.principal LIKE 'customer:%') AS audience`;

/** Whether the bot is still to say it: nobody has taken over, nothing newer was said, nobody else has answered. */
export const STILL_WANTED = `
  SELECT 1 FROM bot_writing w JOIN conversations c ON c.id = w.conversation_id
   WHERE w.question_id = $1 AND c.handler = 'bot'
     AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.conversation_id = c.id AND e.seq > $2
                      AND e.author_kind = 'customer' AND e.kind = 'message')`;
