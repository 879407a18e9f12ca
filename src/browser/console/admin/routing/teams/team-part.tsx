import { useTeams } from '../../../api/queries.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { adminAddress } from '../../../routing/place.js';
import { Link } from '../../../shared/link.js';
import { QueryState } from '../../../shared/query-state.js';
import { useTeamRouting } from '../queries.js';
import { useRoutingTexts } from '../texts.js';
import { TeamRoutingEditor } from './team-routing-editor.js';

/** The teams at the side, one of them open. */
export function TeamPart({ which }: { which: string | undefined }) {
  const { pick } = useLanguage();
  const texts = useRoutingTexts();
  return (
    <QueryState query={useTeams()}>
      {({ items }) => {
        const teams = items.filter(({ archived }) => !archived);
        const open = teams.find(({ id }) => id === which) ?? teams[0];
        if (!open) return <p className="placeholder">{texts('noTeams')}</p>;
        return (
          <div className="routing-columns">
            <nav className="routing-teams" aria-label={texts('whichTeam')}>
              {teams.map(({ id, name }) => (
                <Link
                  key={id}
                  to={adminAddress('routing', 'teams', id)}
                  aria-current={id === open.id ? 'page' : undefined}
                >
                  {pick(name)}
                </Link>
              ))}
            </nav>
            <OpenTeam key={open.id} id={open.id} />
          </div>
        );
      }}
    </QueryState>
  );
}

function OpenTeam({ id }: { id: string }) {
  return <QueryState query={useTeamRouting(id)}>{(view) => <TeamRoutingEditor view={view} />}</QueryState>;
}
