import type { StaffState } from '../../../../contract/index.js';

export const STATE_BADGES: Record<StaffState, string> = {
  active: 'badge-ok',
  invited: 'badge-warn',
  disabled: '',
};
