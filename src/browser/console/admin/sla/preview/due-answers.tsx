import { useState } from 'react';
import type { ClockKind, DuePreview, RungTime } from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { writeDuration } from '../../../sla/duration.js';
import { useReasonWords } from '../../../sla/use-reason-words.js';
import { usePreviewTexts } from './texts.js';

/** When each clock of the imagined case is due; of one of them why, and when its rungs fire. */
export function DueAnswers({ items }: { items: readonly DuePreview[] }) {
  const { t, locale } = useLanguage();
  const texts = usePreviewTexts();
  const { at, reasonWords } = useReasonWords();
  const [chosen, setChosen] = useState<ClockKind>('first_response');
  const shown = items.find(({ kind }) => kind === chosen) ?? items[0];
  if (!shown) return <p className="sla-quiet">{texts('nothing')}</p>;
  const moment = (time: RungTime): string => {
    if ('percent' in time) return texts('percent', { percent: time.percent });
    if ('breach' in time) return texts('breach');
    return texts('after', { duration: writeDuration(time.afterMinutes * 60, locale) });
  };
  return (
    <>
      <p className="sla-due" data-testid="due-preview">
        {texts('due', { kind: t(`sla.${shown.kind}`), at: at(shown.dueAt) })}
      </p>
      <ol className="sla-because">
        {shown.because
          .filter(({ step }) => step !== 'due')
          .map((reason, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step of an answer is known by its place
            <li key={place} className={reason.step === 'worked' ? 'sla-reason sla-reason-worked' : 'sla-reason'}>
              {reasonWords(reason)}
            </li>
          ))}
      </ol>
      {shown.rungs.length > 0 && (
        <>
          <h4>{texts('rungs')}</h4>
          <ol className="sla-rung-times tabular">
            {shown.rungs.map(({ at: when, time }, place) => (
              <li key={JSON.stringify(when)}>
                {texts('rung', { place: place + 1, moment: moment(when), at: at(time) })}
              </li>
            ))}
          </ol>
        </>
      )}
      {items.length > 1 && (
        <ul className="sla-others">
          {items
            .filter(({ kind }) => kind !== shown.kind)
            .map(({ kind, dueAt }) => (
              <li key={kind}>
                <button type="button" className="quiet-button" onClick={() => setChosen(kind)}>
                  {texts('dueShort', { kind: t(`sla.${kind}`), at: at(dueAt) })}
                </button>
              </li>
            ))}
        </ul>
      )}
    </>
  );
}
