import { EyeInvisibleFilled, LockFilled } from '@ant-design/icons';
import type { StaffEntryView } from '../../../contract/index.js';
import { BriefNote } from '../bot-brief/brief-note.js';
import { useMentionTexts } from '../composer/mentions/texts.js';
import { useLanguage } from '../i18n/i18n.js';
import { useStaff } from '../session/session.js';
import { useWhisperTexts } from '../whisper/texts.js';
import '../whisper/whisper.css';
import { Attachments } from './attachments.js';
import { EntryText } from './entry-text.js';

/** A note among colleagues: amber, across the whole width, with a lock; a whisper blue and dashed. Nothing a customer sees looks like it. */
export function NoteEntry({ entry }: { entry: StaffEntryView }) {
  if (entry.data?.type === 'bot_brief') return <BriefNote entry={entry} brief={entry.data.brief} />;
  return <ColleagueNote entry={entry} />;
}

function ColleagueNote({ entry }: { entry: StaffEntryView }) {
  const { t, formats } = useLanguage();
  const whispers = useWhisperTexts();
  const staff = useStaff();
  const mentions = useMentionTexts();
  const whisper = entry.data?.type === 'whisper' ? entry.data : undefined;
  const people = entry.data?.type === 'mentions' ? entry.data.people : [];
  const toWhom = whisper && (whisper.to === staff.id ? whispers('toMe') : whispers('to', { name: whisper.name }));
  return (
    <article
      className={whisper ? 'note whisper' : 'note'}
      aria-label={`${toWhom ?? t('thread.note')} ${entry.author.name}`}
    >
      <div className="entry-head">
        {whisper ? <EyeInvisibleFilled aria-hidden /> : <LockFilled aria-hidden />}
        <span className="entry-author">{entry.author.name}</span>
        {people.some(({ id }) => id === staff.id) && <span className="note-badge">{mentions('you')}</span>}
        {toWhom && <span className="note-badge">{toWhom}</span>}
        <span className="note-badge">{t('thread.noteBadge')}</span>
        <time dateTime={entry.createdAt} title={formats.full(entry.createdAt)} className="tabular">
          {formats.time(entry.createdAt)}
        </time>
      </div>
      <EntryText text={entry.body} names={people.map(({ name }) => name)} />
      <Attachments items={entry.attachments} />
    </article>
  );
}
