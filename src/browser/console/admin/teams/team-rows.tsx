import type { TeamRecordView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { Link } from '../../shared/link.js';
import { useEverybody } from './queries.js';
import { useTeamTexts } from './texts.js';

/** A team a row: who answers for it, and how many are in it. */
export function TeamRows({ teams }: { teams: TeamRecordView[] }) {
  const { pick } = useLanguage();
  const texts = useTeamTexts();
  const people = useEverybody().data ?? [];
  const nameOf = (id: string | undefined) =>
    people.find((person) => person.id === id)?.name ??
    (id ? '…' : <em className="teams-missing">{texts('missing')}</em>);
  return (
    <ul className="sheet teams-list">
      {teams.map((team) => (
        <li key={team.id} data-archived={team.archived}>
          <div className="teams-name">
            <Link to={adminAddress('teams', team.id)}>{pick(team.name)}</Link>
            {team.archived && <span className="badge">{texts('archived')}</span>}
            <code className="staff-quiet">{team.key}</code>
          </div>
          <dl>
            <dt>{texts('lead')}</dt>
            <dd>{nameOf(team.leadId)}</dd>
            <dt>{texts('dutyManager')}</dt>
            <dd>{nameOf(team.dutyManagerId)}</dd>
          </dl>
          <span className="staff-quiet tabular">{texts('memberCount', { count: team.memberIds.length })}</span>
          {!team.archived && <Link to={`${adminAddress('shifts')}?team=${team.id}`}>{texts('shifts')}</Link>}
        </li>
      ))}
    </ul>
  );
}
