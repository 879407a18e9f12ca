import type { LocalizedText } from '../../contract/index.js';
import type { TeamUse } from '../../people/index.js';

/** Teams whose cases overflow to one still need it. */
export const overflowsToTeam: TeamUse = async (tx, { id }) => {
  const teams = await tx.query<{ name: LocalizedText }>(
    `SELECT t.name FROM team_routing r JOIN teams t ON t.id = r.team_id
     WHERE $1::uuid = ANY(r.overflow_team_ids) AND t.archived_at IS NULL ORDER BY t.key`,
    [id],
  );
  if (teams.length === 0) return [];
  const named = (locale: keyof LocalizedText) => teams.map(({ name }) => name[locale]);
  return [
    {
      'zh-CN': `${named('zh-CN').join('、')} 的工单会溢出到它`,
      en: `cases of ${named('en').join(', ')} overflow to it`,
    },
  ];
};
