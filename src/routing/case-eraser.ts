import type { CaseEraser } from '../tickets/index.js';

/** A call back is asked for with a phone number; that there was one stays, as it is counted. */
export const callBackEraser: CaseEraser = {
  async anonymise(tx, { ticketIds }) {
    await tx.query(`UPDATE call_back_requests SET phone = '' WHERE ticket_id = ANY($1::uuid[])`, [ticketIds]);
  },
};
