import { FEEDBACK_PERMISSIONS, type FeedbackDeed } from '../contract/index.js';
import type { StaffPrincipal } from '../people/index.js';
import { DeskError } from '../platform/errors/index.js';

/** @throws DeskError `forbidden` */
export function insistMay({ role }: Pick<StaffPrincipal, 'role'>, deed: FeedbackDeed): void {
  if (!FEEDBACK_PERMISSIONS[role].includes(deed)) throw new DeskError('forbidden');
}
