import type { CaseEraser } from '../../tickets/index.js';

/** A task to write an article is named as its case was. The article that came of it tells of nobody, and stays. */
const TASKS = `
  UPDATE article_tasks SET title = '…', note = '' WHERE ticket_id = ANY($1::uuid[])`;

export const articleTaskEraser: CaseEraser = {
  async anonymise(tx, { ticketIds }) {
    await tx.query(TASKS, [ticketIds]);
  },
  async remove(tx, { ticketIds }) {
    await tx.query(TASKS, [ticketIds]);
  },
};
