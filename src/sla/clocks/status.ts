import type { TicketStatus } from '../../contract/index.js';

const ACTIVE: readonly TicketStatus[] = ['new', 'open', 'pending', 'on_hold'];

export const isActive = (status: TicketStatus): boolean => ACTIVE.includes(status);
