import type { Priority } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';

/** P0 to P3, in two letters. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const { t } = useLanguage();
  const name = t(`priority.${priority}`);
  return (
    <span className={`priority priority-${priority}`} title={name}>
      {priority}
      <span className="sr-only">{name.slice(priority.length)}</span>
    </span>
  );
}
