import { unfilledVariables } from '../contract/index.js';
import { DeskError } from '../platform/errors/index.js';
import type { NewEntry } from './new-entry.js';

/** What nobody filled in reaches no customer, whichever way it goes. @throws DeskError `variables_unfilled` */
export function insistOnFilled({ kind, author, body }: Pick<NewEntry, 'kind' | 'author' | 'body'>): void {
  if (kind !== 'message' || author.kind !== 'staff' || !body.includes('{{')) return;
  const left = unfilledVariables(body);
  if (left.length === 0) return;
  throw new DeskError('variables_unfilled', {
    detail: {
      'zh-CN': `请填上 ${left.join('、')}，或把它删去，再发送。`,
      en: `Write what stands for ${left.join(', ')}, or take it out, then send.`,
    },
  });
}
