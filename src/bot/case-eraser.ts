import type { CaseEraser } from '../tickets/index.js';

/** What waits to be written or looked up for a thread that is over is not written any more. */
const WAITING = ['bot_writing', 'bot_look_up_calls'].map(
  (table) => `DELETE FROM ${table} WHERE conversation_id = ANY($1::uuid[])`,
);

const ANONYMISE = [
  ...WAITING,
  `UPDATE bot_dialogues SET form = '{}', asking = NULL, page = NULL WHERE conversation_id = ANY($1::uuid[])`,
  `UPDATE bot_flags SET note = '' WHERE conversation_id = ANY($1::uuid[])`,
  `UPDATE bot_model_calls SET prompt = '[]', answer = '', detail = NULL
   WHERE conversation_id = ANY($1::uuid[]) OR ticket_id = ANY($2::uuid[])`,
];

const REMOVE = [
  ...WAITING,
  'DELETE FROM bot_flags WHERE conversation_id = ANY($1::uuid[])',
  'DELETE FROM bot_answers WHERE conversation_id = ANY($1::uuid[])',
  'DELETE FROM bot_dialogues WHERE conversation_id = ANY($1::uuid[])',
  'DELETE FROM bot_model_calls WHERE conversation_id = ANY($1::uuid[]) OR ticket_id = ANY($2::uuid[])',
];

/** What the bot keeps of threads: outcomes stay when a case is anonymised, as they are counted. */
export const botEraser: CaseEraser = {
  async anonymise(tx, { conversationIds, ticketIds }) {
    for (const statement of ANONYMISE)
      await tx.query(statement, statement.includes('$2') ? [conversationIds, ticketIds] : [conversationIds]);
  },
  async remove(tx, { conversationIds, ticketIds }) {
    for (const statement of REMOVE)
      await tx.query(statement, statement.includes('$2') ? [conversationIds, ticketIds] : [conversationIds]);
  },
};
