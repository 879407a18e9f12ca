import type { Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';

/**
 * The database converts, and browsers show: both have to know it.
 * @throws DeskError `invalid_input`
 */
export async function insistOnTimeZone(tx: Transaction, timeZone: string): Promise<void> {
  const known =
    knownHere(timeZone) && (await tx.one('SELECT 1 AS known FROM pg_timezone_names WHERE name = $1', [timeZone]));
  if (!known)
    throw new DeskError('invalid_input', {
      detail: {
        'zh-CN': '没有这个时区。请使用 IANA 名称，例如 Asia/Shanghai。',
        en: 'There is no such time zone. Use an IANA name, e.g. Asia/Shanghai.',
      },
      errors: [{ path: 'timeZone', message: 'no such time zone' }],
    });
}

function knownHere(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
