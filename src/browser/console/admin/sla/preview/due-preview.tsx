import { useId } from 'react';
import { useLanguage } from '../../../i18n/i18n.js';
import { QueryState } from '../../../shared/query-state.js';
import { useSettled } from '../../../shared/use-settled.js';
import { useDuePreviews } from '../queries.js';
import type { Draft } from './draft.js';
import { DueAnswers } from './due-answers.js';
import { ImaginedCase } from './imagined-case.js';
import { type Imagined, questionOf, THIS_CALENDAR } from './question.js';
import { usePreviewTexts } from './texts.js';

/** Beside every editor: a case that one imagines, and when it would be due by what stands in the editor. */
export function DuePreviewPanel({
  draft,
  imagined,
  onImagine,
}: {
  draft: Draft;
  imagined: Imagined;
  onImagine: (change: Partial<Imagined>) => void;
}) {
  const { locale } = useLanguage();
  const texts = usePreviewTexts();
  const id = useId();
  const question = questionOf(imagined, draft);
  const asked = useSettled(question ? JSON.stringify(question) : '');
  const query = useDuePreviews(asked, asked !== '');
  const isDraft = draft.targets !== undefined || draft.ladders !== undefined;
  const zone = new Intl.DateTimeFormat(locale).resolvedOptions().timeZone;
  return (
    <aside className="sheet sla-part sla-preview" aria-labelledby={id}>
      <h3 id={id}>{texts('title')}</h3>
      <p className="field-hint">{texts(isDraft ? 'introDraft' : 'intro')}</p>
      <ImaginedCase imagined={imagined} hasCalendar={draft.calendar !== undefined} onImagine={onImagine} />
      <div className="sla-answers" aria-live="polite" data-old={(question && query.isPlaceholderData) || undefined}>
        {question ? (
          <QueryState query={query}>{({ items }) => <DueAnswers items={items} />}</QueryState>
        ) : (
          <p className="sla-quiet">{texts(draft.isWrong ? 'wrong' : 'noTime')}</p>
        )}
      </div>
      <p className="field-hint">
        {draft.calendar && imagined.teamId !== THIS_CALENDAR && `${texts('saved')} `}
        {texts('zone', { zone })}
      </p>
    </aside>
  );
}
