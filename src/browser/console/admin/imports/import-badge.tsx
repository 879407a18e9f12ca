import type { ImportStatus, ImportTexts } from './import-view.js';

const BADGES: Record<ImportStatus, string> = {
  checking: 'badge',
  checked: 'badge badge-warn',
  applying: 'badge',
  done: 'badge badge-ok',
  failed: 'badge transfer-bad',
};

export function ImportBadge({ status, texts }: { status: ImportStatus; texts: ImportTexts }) {
  return <span className={BADGES[status]}>{texts(`status.${status}`)}</span>;
}
