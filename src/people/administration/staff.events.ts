import { defineEvent } from '../../platform/outbox/index.js';

export const staffKey = (staffId: string) => `staff:${staffId}`;

/** They may do nothing any more: whoever gave them something takes it back. */
export const StaffDisabled = defineEvent<{ staffId: string }>('staff.disabled');
