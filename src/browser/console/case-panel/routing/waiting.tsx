import type { WaitingView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { NeedList } from './need-list.js';
import { useRoutingTexts } from './texts.js';

/** Why nobody has the case yet, what it asks for, and how each person stands to it. */
export function Waiting({ waiting }: { waiting: WaitingView }) {
  const { formats } = useLanguage();
  const texts = useRoutingTexts();
  const { place, why, stage, nextStageAt, needs, people } = waiting;
  return (
    <div className="routing-waiting" data-why={why}>
      <p className="routing-sentence">{texts(`why.${why}`)}</p>
      <p className="panel-hint">
        {texts('place', { place })}
        {' · '}
        {texts(`stage.${stage}`)}
        {nextStageAt && stage !== 'overflow' && ` · ${texts(`next.${stage}`, { at: formats.short(nextStageAt) })}`}
      </p>
      {needs.length > 0 && <NeedList title={texts('needs')} needs={needs} />}
      {people.length > 0 && (
        <details className="routing-more">
          <summary>{texts('people', { count: people.length })}</summary>
          <ul className="routing-people">
            {people.map(({ staffId, name, load, capacity, obstacles }) => (
              <li key={staffId}>
                <span>
                  {name}{' '}
                  <span className="panel-hint tabular">
                    {load} / {capacity}
                  </span>
                </span>
                <span className={obstacles.length > 0 ? 'panel-hint' : 'routing-free'}>
                  {obstacles.length > 0
                    ? obstacles.map((obstacle) => texts(`obstacle.${obstacle}`)).join(' · ')
                    : texts('free')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
