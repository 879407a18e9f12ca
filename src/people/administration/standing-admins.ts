import type { Locale, StaffRole } from '../../contract/index.js';
import type { AuditActor } from '../../platform/audit/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { oneAtATime } from './one-at-a-time.js';

export interface LockedStaff {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  locale: Locale;
  version: number;
  joined: boolean;
  disabled: boolean;
  [column: string]: unknown;
}

const LOCK = `
  SELECT id, name, email, role, locale, version, joined_at IS NOT NULL AS joined, disabled_at IS NOT NULL AS disabled
  FROM staff WHERE id = $1 OR (role = 'admin' AND joined_at IS NOT NULL AND disabled_at IS NULL)
  ORDER BY id FOR NO KEY UPDATE`;

const isStanding = ({ role, joined, disabled }: LockedStaff) => role === 'admin' && joined && !disabled;

/**
 * Locks somebody, and all administrators who can sign in: of two who turn on each other, or on the last third one, the
 * second sees what the first has done. Cases are given to people all the while, which a key lock would hold up.
 * @param actor must still be an administrator, when it is a person
 * @returns `keepOneAdmin`: call it before the person ceases to be an administrator
 * @throws DeskError `not_found`, `forbidden`
 */
export async function lockWithAdmins(
  tx: Transaction,
  actor: AuditActor,
  staffId: string,
): Promise<{ staff: LockedStaff; keepOneAdmin: () => void }> {
  await oneAtATime(tx);
  const rows = await tx.query<LockedStaff>(LOCK, [staffId]);
  const admins = rows.filter(isStanding);
  if (actor.kind === 'staff' && !admins.some(({ id }) => id === actor.id)) throw new DeskError('forbidden');
  const staff = rows.find(({ id }) => id === staffId);
  if (!staff) throw new DeskError('not_found');
  return {
    staff,
    keepOneAdmin: () => {
      if (actor.kind === 'staff' && actor.id === staffId) throw new DeskError('forbidden', { detail: ONESELF });
      if (isStanding(staff) && admins.length === 1) throw new DeskError('forbidden', { detail: LAST_ADMIN });
    },
  };
}

const ONESELF = {
  'zh-CN': '不能停用自己，也不能取消自己的管理员角色。请让另一位管理员来做。',
  en: 'Nobody disables themselves or gives up their own administrator role. Ask another administrator to do it.',
};
const LAST_ADMIN = {
  'zh-CN': '这是最后一位可登录的管理员。请先让另一位同事成为管理员。',
  en: 'This is the last administrator who can sign in. Make somebody else an administrator first.',
};
