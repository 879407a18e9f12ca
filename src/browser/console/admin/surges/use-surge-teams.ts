import { useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { useStaff } from '../../session/session.js';
import { useSurgeTexts } from './texts.js';

/** The teams for which one may see to surges, as choices; empty value: all of them at once. */
export function useSurgeTeams() {
  const { pick } = useLanguage();
  const texts = useSurgeTexts();
  const { role, teamIds } = useStaff();
  const teams = useTeams().data?.items ?? [];
  const isAdmin = role === 'admin';
  const options = [
    ...(isAdmin ? [{ value: '', label: texts('allTeams') }] : []),
    ...teams
      .filter(({ id, archived }) => !archived && (isAdmin || teamIds.includes(id)))
      .map((team) => ({ value: team.id, label: pick(team.name) })),
  ];
  const nameOf = (teamId: string | null) => {
    const team = teams.find(({ id }) => id === teamId);
    return teamId === null ? texts('allTeams') : team ? pick(team.name) : '…';
  };
  const mayEdit = (teamId: string | null) => isAdmin || (teamId !== null && teamIds.includes(teamId));
  return { options, nameOf, mayEdit };
}
