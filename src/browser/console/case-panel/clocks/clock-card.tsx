import { CheckCircleFilled, CloseCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import type { ClockExplanation } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { SlaChip } from '../../lists/sla-chip.js';
import { writeDuration } from '../../sla/duration.js';
import { useReasonWords } from '../../sla/use-reason-words.js';
import { chipOf } from './clock-facts.js';
import { RungLine } from './rung-line.js';
import { useClocksTexts } from './texts.js';

/** One clock: what it is and how it stands; below, folded, how its time came about and whom its ladder tells. */
export function ClockCard({ clock, number }: { clock: ClockExplanation; number: string }) {
  const { t, formats, locale } = useLanguage();
  const texts = useClocksTexts();
  const { reasonWords } = useReasonWords();
  const { kind, state, dueAt, metAt } = clock;
  const runs = state === 'running';
  const rungs = clock.rungs.filter((rung) => runs || rung.state === 'fired');
  // To the minute, but for what takes less than some.
  const duration = (seconds: number) =>
    writeDuration(Math.max(0, seconds < 600 ? Math.round(seconds) : Math.round(seconds / 60) * 60), locale);
  const time = (at: string) => formats.short(at);
  return (
    <li className={`clock clock-${state}`} data-clock={kind}>
      <div className="clock-head">
        <strong>{t(`sla.${kind}`)}</strong>
        {runs ? <SlaChip clock={chipOf(clock)} /> : <Ended state={state} />}
      </div>
      <p className="panel-hint">
        {runs && texts('dueBy', { at: time(dueAt) })}
        {state === 'met' && texts('met', { at: time(metAt ?? dueAt) })}
        {state === 'missed' && texts('metLate', { at: time(metAt ?? dueAt) })}
        {state !== 'cancelled' && (
          <>
            {' · '}
            {texts('counted', { duration: duration(clock.secondsCounted), duration2: duration(clock.targetSeconds) })}
          </>
        )}
      </p>
      <details className="clock-why">
        <summary>{texts('why')}</summary>
        <ol className="clock-steps">
          {clock.because.map((reason, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step of an answer is known by its place
            <li key={place} data-step={reason.step}>
              {reasonWords(reason)}
            </li>
          ))}
          {clock.pauses
            .filter(({ to }) => to === undefined)
            .map(({ from, because }) => (
              <li key={from} data-step="pause">
                {reasonWords({ step: 'pause', from, because })}
              </li>
            ))}
        </ol>
        {clock.retimings.map(({ at, because, dueAt: due }) => (
          <p key={at} className="clock-retimed">
            {texts('retimed', { at: time(at), because: t(`timeline.retimed.${because}`), due: time(due) })}
          </p>
        ))}
      </details>
      {rungs.length > 0 && (
        <ol className="clock-rungs" aria-label={texts('rungs')}>
          {rungs.map((rung) => (
            <RungLine key={rung.rung} rung={rung} number={number} />
          ))}
        </ol>
      )}
    </li>
  );
}

function Ended({ state }: { state: Exclude<ClockExplanation['state'], 'running'> }) {
  const texts = useClocksTexts();
  if (state === 'met')
    return (
      <span className="clock-ended clock-good">
        <CheckCircleFilled aria-hidden /> {texts('done')}
      </span>
    );
  if (state === 'missed')
    return (
      <span className="clock-ended clock-bad">
        <CloseCircleFilled aria-hidden /> {texts('missed')}
      </span>
    );
  return (
    <span className="clock-ended">
      <MinusCircleOutlined aria-hidden /> {texts('cancelled')}
    </span>
  );
}
