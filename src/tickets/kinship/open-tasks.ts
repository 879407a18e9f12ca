import type { Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { ACTIVE_STATUSES } from '../transitions.data.js';

const NAMED = 3;

const OPEN_TASKS = `
  SELECT number, count(*) OVER ()::int AS count FROM tickets
  WHERE parent_id = $1 AND internal AND status = ANY($2) ORDER BY opened_at LIMIT ${NAMED}`;

/** A case is not solved while colleagues are still at work on it. @throws DeskError `tasks_open`, naming some */
export async function insistOnNoTasks(tx: Transaction, { id }: { id: string }): Promise<void> {
  const tasks = await tx.query<{ number: string; count: number }>(OPEN_TASKS, [id, ACTIVE_STATUSES]);
  const count = tasks[0]?.count;
  if (!count) return;
  const numbers = tasks.map(({ number }) => number).join(', ') + (count > NAMED ? ' …' : '');
  throw new DeskError('tasks_open', {
    detail: {
      'zh-CN': `还有 ${count} 个子任务没有完成（${numbers}）。请先完成，或确认仍要解决。`,
      en: `${count} of its tasks are open (${numbers}). Finish them first, or say that it is resolved all the same.`,
    },
  });
}
