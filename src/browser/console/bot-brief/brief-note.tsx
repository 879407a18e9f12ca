import { RobotOutlined } from '@ant-design/icons';
import type { BotBrief, StaffEntryView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { BriefCard } from './brief-card.js';
import { useBriefTexts } from './texts.js';

/** The bot's note in the thread, at the place where it handed over. */
export function BriefNote({ entry, brief }: { entry: StaffEntryView; brief: BotBrief }) {
  const { formats } = useLanguage();
  const texts = useBriefTexts();
  return (
    <article className="note brief-note" aria-label={texts('title')}>
      <div className="entry-head">
        <RobotOutlined aria-hidden />
        <span className="entry-author">{texts('title')}</span>
        <span className="note-badge">{texts('staffOnly')}</span>
        <time dateTime={entry.createdAt} title={formats.full(entry.createdAt)} className="tabular">
          {formats.time(entry.createdAt)}
        </time>
      </div>
      <BriefCard brief={brief} />
    </article>
  );
}
