import type { SurgeView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { Link } from '../../shared/link.js';
import { useSurgeTexts } from './texts.js';
import { useSurgeTeams } from './use-surge-teams.js';

/** A surge a row: whether it is on, for whom, from when to when. */
export function SurgeRows({ surges }: { surges: SurgeView[] }) {
  const { formats } = useLanguage();
  const texts = useSurgeTexts();
  const { nameOf } = useSurgeTeams();
  const span = ({ origin, startsAt, endsAt, endedAt }: SurgeView) => {
    const from = formats.short(startsAt);
    const until = endedAt ?? endsAt;
    if (until) return texts('span', { from, until: formats.short(until) });
    return texts(origin === 'threshold' ? 'byItself' : 'open', { from });
  };
  return (
    <ul className="sheet surge-list">
      {surges.map((surge) => (
        <li key={surge.id} data-state={surge.state}>
          <div className="surge-name">
            <Link to={adminAddress('surges', surge.id)}>{surge.reason}</Link>
            <span className="badge">{texts(`state_${surge.state}`)}</span>
          </div>
          <span className="staff-quiet">{nameOf(surge.teamId)}</span>
          <span>{span(surge)}</span>
          <span className="staff-quiet">
            {surge.createdBy ? texts('by', { name: surge.createdBy }) : texts('threshold')}
          </span>
        </li>
      ))}
    </ul>
  );
}
