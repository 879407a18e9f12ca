import type { RoutedView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { writeDuration } from '../../sla/duration.js';
import { NeedList } from './need-list.js';
import { useRoutingTexts } from './texts.js';

/** One time that routing gave the case to somebody: why, and folded, who else could have been. */
export function RoutedLine({ routed }: { routed: RoutedView }) {
  const { formats, locale } = useLanguage();
  const texts = useRoutingTexts();
  const { at, name, reason, chosen, considered, others = [], missing = [], waitedSeconds } = routed;
  const duration = (seconds: number) => writeDuration(Math.round(seconds), locale);
  return (
    <li data-reason={reason}>
      <p className="routing-sentence">
        {reason && chosen
          ? texts(`reason.${reason}`, { name, load: chosen.load, capacity: chosen.capacity })
          : texts('unknown', { name })}
      </p>
      <p className="panel-hint">
        <time dateTime={at} title={formats.full(at)} className="tabular">
          {formats.short(at)}
        </time>
        {' · '}
        {texts('waited', { duration: duration(waitedSeconds) })}
        {considered !== undefined && considered > 1 && ` · ${texts('considered', { count: considered })}`}
      </p>
      {missing.length > 0 && <NeedList title={texts('missing')} needs={missing} />}
      {others.length > 0 && (
        <details className="routing-more">
          <summary>{texts('others')}</summary>
          <ul className="routing-people">
            {others.map(({ staffId, name: other, load, capacity, needsMet, idleSeconds }) => (
              <li key={staffId}>
                <span>{other}</span>
                <span className="panel-hint">
                  {texts('other', { load, capacity, met: needsMet })}
                  {' · '}
                  {idleSeconds === null ? texts('never') : texts('idle', { duration: duration(idleSeconds) })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
