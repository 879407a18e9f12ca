import type { StaffRecordView, TeamView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { Link } from '../../shared/link.js';
import { STATE_BADGES } from './state-badges.js';
import { useStaffTexts } from './texts.js';

/** A person a row; on a phone the columns stand below each other. */
export function StaffRows({ people, teams }: { people: StaffRecordView[]; teams: TeamView[] }) {
  const { pick, formats } = useLanguage();
  const texts = useStaffTexts();
  const teamNames = (ids: string[]) =>
    formats.list(teams.filter(({ id }) => ids.includes(id)).map(({ name }) => pick(name)));
  return (
    <table className="sheet staff-table">
      <thead>
        <tr>
          <th>{texts('name')}</th>
          <th>{texts('role')}</th>
          <th>{texts('teams')}</th>
          <th>{texts('state')}</th>
          <th>{texts('lastSeen')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, name, email, role, teamIds, state, secondFactor, lastSeenAt }) => (
          <tr key={id} data-state={state}>
            <td>
              <Link to={adminAddress('staff', id)}>{name}</Link>
              <span className="staff-quiet ellipsis">{email}</span>
            </td>
            <td>{texts(`role.${role}`)}</td>
            <td>{teamNames(teamIds) || <span className="staff-quiet">—</span>}</td>
            <td>
              <span className={`badge ${STATE_BADGES[state]}`}>{texts(`state.${state}`)}</span>
              {secondFactor && <span className="badge">{texts('twoStep')}</span>}
            </td>
            <td className="tabular staff-quiet">
              {lastSeenAt ? (
                <time dateTime={lastSeenAt} title={formats.full(lastSeenAt)}>
                  {formats.short(lastSeenAt)}
                </time>
              ) : (
                texts('never')
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
