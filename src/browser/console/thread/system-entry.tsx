import type { StaffEntryView } from '../../../contract/index.js';
import { CardView } from '../case-panel/card-view.js';
import { useLanguage } from '../i18n/i18n.js';
import { systemText } from './system-text.js';

/** What happened, in small print. */
export function SystemEntry({ entry }: { entry: StaffEntryView }) {
  const { t, pick, formats } = useLanguage();
  const text = systemText(t, pick, entry);
  return (
    <div className="system">
      {text && (
        <p>
          {text}{' '}
          <time dateTime={entry.createdAt} title={formats.full(entry.createdAt)} className="tabular">
            {formats.time(entry.createdAt)}
          </time>
        </p>
      )}
      {entry.data?.type === 'card' && <CardView card={entry.data.card} />}
    </div>
  );
}
