import type { ReplayedDeed, ReplayedTurn } from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { botAddress } from '../../../routing/place.js';
import { Link } from '../../../shared/link.js';
import { useReplayTexts } from './texts.js';

/** Nobody reads more of them; the counts are of all. */
const SHOWN = 100;

/** The turns that would go differently, with what the customer wrote. */
export function ReplayChanges({ changes }: { changes: readonly ReplayedTurn[] }) {
  const { formats } = useLanguage();
  const texts = useReplayTexts();
  return (
    <section aria-label={texts('changes')}>
      <h4>{texts('changes')}</h4>
      <ol className="replay-changes">
        {changes.slice(0, SHOWN).map((turn) => (
          <li key={`${turn.conversationId} ${turn.at}`}>
            <p className="replay-words" lang={turn.locale}>
              {turn.words || texts('turnedDown')}
            </p>
            <p className="replay-way">
              <Deed label={texts('before')} deed={turn.before} />
              <span aria-hidden="true">→</span>
              <Deed label={texts('after')} deed={turn.after} />
            </p>
            <p className="field-hint">
              <time dateTime={turn.at} title={formats.full(turn.at)} className="tabular">
                {formats.short(turn.at)}
              </time>{' '}
              · <Link to={botAddress(turn.conversationId)}>{texts('open')}</Link>
            </p>
          </li>
        ))}
      </ol>
      {changes.length > SHOWN && <p className="bot-quiet">{texts('more', { count: changes.length - SHOWN })}</p>}
    </section>
  );
}

function Deed({ label, deed: { deed, reason, articles, confidence } }: { label: string; deed: ReplayedDeed }) {
  const { formats } = useLanguage();
  const texts = useReplayTexts();
  return (
    <span>
      <span className="sr-only">{label + formats.colon}</span>
      <span className={`badge${deed === 'handed_over' ? ' badge-warn' : deed === 'answered' ? ' badge-ok' : ''}`}>
        {texts(`deeds.${deed}`)}
        {reason && ` · ${texts(`reason.${reason}`)}`}
        {confidence !== undefined && ` · ${Math.round(confidence * 100)}%`}
      </span>
      {articles && <small> {formats.list(articles.map(({ title }) => title))}</small>}
    </span>
  );
}
