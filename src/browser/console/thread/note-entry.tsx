import { LockFilled } from '@ant-design/icons';
import type { StaffEntryView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { Attachments } from './attachments.js';
import { EntryText } from './entry-text.js';

/** A note among colleagues: amber, across the whole width, with a lock. Nothing a customer sees looks like it. */
export function NoteEntry({ entry }: { entry: StaffEntryView }) {
  const { t, formats } = useLanguage();
  return (
    <article className="note" aria-label={`${t('thread.note')} ${entry.author.name}`}>
      <div className="entry-head">
        <LockFilled aria-hidden />
        <span className="entry-author">{entry.author.name}</span>
        <span className="note-badge">{t('thread.noteBadge')}</span>
        <time dateTime={entry.createdAt} title={formats.full(entry.createdAt)} className="tabular">
          {formats.time(entry.createdAt)}
        </time>
      </div>
      <EntryText text={entry.body} />
      <Attachments items={entry.attachments} />
    </article>
  );
}
