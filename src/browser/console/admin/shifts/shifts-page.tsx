import { Select } from 'antd';
import { useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo, useAddressQuery } from '../../routing/use-route.js';
import { useStaff } from '../../session/session.js';
import { PageFrame } from '../../shared/page-frame.js';
import { ShiftWeek } from './shift-week.js';
import { useShiftTexts } from './texts.js';
import { dayIn, mondayOf } from './week.js';
import './shifts.css';
import { Loading } from '../../shared/loading.js';

/** The shift tables of the teams one may see. Team and week stand in the address. */
export default function ShiftsPage() {
  const { pick } = useLanguage();
  const texts = useShiftTexts();
  const me = useStaff();
  const address = useAddressQuery();
  const all = useTeams();
  const teams = (all.data?.items ?? []).filter(
    ({ id, archived }) => !archived && (me.role === 'admin' || me.teamIds.includes(id)),
  );
  const team = teams.find(({ id }) => id === address.get('team')) ?? teams[0];
  const asked = address.get('week') ?? '';
  const monday = mondayOf(/^20\d\d-\d\d-\d\d$/.test(asked) && Date.parse(asked) ? asked : dayIn(Date.now()));
  const show = (teamId: string, week: string) =>
    goTo(`${adminAddress('shifts')}?team=${teamId}&week=${week}`, 'replace');
  if (!all.data) return <Loading className="admin-waiting" />;
  return (
    <PageFrame
      title={texts('title')}
      intro={texts('intro')}
      actions={
        team && (
          <Select
            aria-label={texts('team')}
            style={{ minWidth: 180 }}
            value={team.id}
            options={teams.map(({ id, name }) => ({ value: id, label: pick(name) }))}
            onChange={(id) => show(id, monday)}
          />
        )
      }
    >
      {team ? (
        <ShiftWeek key={team.id} teamId={team.id} monday={monday} onWeek={(week) => show(team.id, week)} />
      ) : (
        <div className="placeholder">
          <strong>{texts('noTeams')}</strong>
          <p>{texts('noTeamsDetail')}</p>
        </div>
      )}
    </PageFrame>
  );
}
