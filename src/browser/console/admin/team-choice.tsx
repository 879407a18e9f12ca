import { Select } from 'antd';
import { useId } from 'react';
import { useTeams } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { useStaff } from '../session/session.js';
import { Labelled } from '../shared/labelled.js';

interface Props {
  label: string;
  /** What it is called when it is for no team alone. */
  allTeams: string;
  /** Null: all teams. */
  value: string | null;
  onChange: (teamId: string | null) => void;
}

/** Which of one's own teams something is for; for administrators any. One that is chosen already stays. */
export function TeamChoice({ label, allTeams, value, onChange }: Props) {
  const { pick } = useLanguage();
  const id = useId();
  const staff = useStaff();
  const teams = (useTeams().data?.items ?? []).filter(
    (team) => team.id === value || (!team.archived && (staff.role === 'admin' || staff.teamIds.includes(team.id))),
  );
  return (
    <Labelled id={id} label={label}>
      <Select
        id={id}
        style={{ width: '100%' }}
        value={value ?? ''}
        options={[{ value: '', label: allTeams }, ...teams.map((team) => ({ value: team.id, label: pick(team.name) }))]}
        onChange={(teamId: string) => onChange(teamId || null)}
      />
    </Labelled>
  );
}
