import type { Transaction } from '../platform/db/index.js';
import type { CaseEraser, CaseScope } from '../tickets/index.js';

/** Whole letters lie among the mails until they are pruned; to colleagues about the case as well. */
const MAILS = `
  DELETE FROM mails m USING (
    SELECT 'letter ' || l.id AS key FROM letters l WHERE l.ticket_id = ANY($1::uuid[]) OR l.conversation_id = ANY($2::uuid[])
    UNION ALL
    SELECT 'escalation ' || n.escalation_id FROM notices n WHERE n.ticket_id = ANY($1::uuid[]) AND n.escalation_id IS NOT NULL
  ) gone WHERE m.key > gone.key || ' ' AND m.key < gone.key || '!'`;

const removeMails = async (tx: Transaction, { ticketIds, conversationIds }: CaseScope): Promise<void> => {
  await tx.query(MAILS, [ticketIds, conversationIds]);
};

/** Letters and notices go with their case by themselves; the mails that they became are known by their key alone. */
export const letterEraser: CaseEraser = {
  async anonymise(tx, scope) {
    await removeMails(tx, scope);
    await tx.query('DELETE FROM letters WHERE ticket_id = ANY($1::uuid[]) OR conversation_id = ANY($2::uuid[])', [
      scope.ticketIds,
      scope.conversationIds,
    ]);
    await tx.query('DELETE FROM notices WHERE ticket_id = ANY($1::uuid[])', [scope.ticketIds]);
  },
  remove: removeMails,
};
