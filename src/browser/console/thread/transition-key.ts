import type { TicketStatus } from '../../../contract/index.js';
import type { MessageKey } from '../i18n/zh-cn.js';

/** What to call the step from one status to another: going back to work after the end is a reopening. */
export function transitionKey(from: TicketStatus, to: TicketStatus): MessageKey {
  const wasOver = from === 'resolved' || from === 'closed' || from === 'cancelled';
  return to === 'open' && wasOver ? 'transition.reopen' : `transition.${to}`;
}
