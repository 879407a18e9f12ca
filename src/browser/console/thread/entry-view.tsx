import { memo, Suspense } from 'react';
import type { StaffEntryView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { SplitButton } from '../kinship/splitting.js';
import { fetchedLater } from '../shared/fetched-later.js';
import { Attachments } from './attachments.js';
import { useBotEntryTexts } from './bot/texts.js';
import { EntryExtras } from './entry-extras.js';
import { EntryText } from './entry-text.js';
import { NoteEntry } from './note-entry.js';
import { SystemEntry } from './system-entry.js';

const FlagAnswer = fetchedLater(async () => ({ default: (await import('../bot-learning/flag-answer.js')).FlagAnswer }));

interface Props {
  entry: StaffEntryView;
  follows: boolean;
  /** The customer has read up to this one. */
  readHere: boolean;
}

/** One entry: customer on the left, our side on the right, notes across, the system in small print. */
export const EntryView = memo(function EntryView({ entry, follows, readHere }: Props) {
  if (entry.kind === 'system') return <SystemEntry entry={entry} />;
  if (entry.kind === 'note') return <NoteEntry entry={entry} />;
  return <MessageEntry entry={entry} follows={follows} readHere={readHere} />;
});

function MessageEntry({ entry, follows, readHere }: Props) {
  const { t, formats } = useLanguage();
  const botTexts = useBotEntryTexts();
  const { author, data } = entry;
  const isGenerated = data?.type === 'bot_answer' && data.generated === true;
  // A visitor has no name.
  const name = author.name || (author.kind === 'customer' ? t('customer.visitor') : '');
  return (
    <article className={`entry entry-${author.kind}${follows ? ' entry-follows' : ''}`}>
      {follows ? (
        <span className="sr-only">{name}</span>
      ) : (
        <div className="entry-head">
          <span className="entry-author">{name}</span>
          {author.kind === 'bot' && <span className="badge entry-bot-badge">{botTexts('label')}</span>}
          {entry.kind === 'call' && <span className="badge">{t('thread.call')}</span>}
          <time dateTime={entry.createdAt} title={formats.full(entry.createdAt)} className="tabular">
            {formats.time(entry.createdAt)}
          </time>
        </div>
      )}
      <div className="bubble">
        {isGenerated && <span className="badge entry-generated">{botTexts('generated')}</span>}
        <EntryText text={entry.body} />
        {entry.data && <EntryExtras data={entry.data} />}
        <Attachments items={entry.attachments} />
        {author.kind === 'bot' && (data?.type === 'bot_answer' || data?.type === 'bot_look_up') && (
          <Suspense>
            <FlagAnswer conversationId={entry.conversationId} entryId={entry.id} />
          </Suspense>
        )}
      </div>
      <SplitButton entry={entry} />
      {readHere && <div className="read-here">✓ {t('thread.customerRead')}</div>}
    </article>
  );
}
