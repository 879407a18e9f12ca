import { Select } from 'antd';
import type { TicketView } from '../../../contract/index.js';
import { useTeams } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { useKinshipTexts } from './texts.js';

interface Props {
  id: string;
  ticket: TicketView;
  value: string;
  onChange: (teamId: string) => void;
}

/** Which team gets it; at first the one that has the case. */
export function TeamSelect({ id, ticket, value, onChange }: Props) {
  const { pick } = useLanguage();
  const texts = useKinshipTexts();
  const teams = useTeams();
  return (
    <>
      <label className="field-label" htmlFor={id}>
        {texts('team')}
      </label>
      <Select
        id={id}
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        loading={teams.isPending}
        value={value}
        onChange={onChange}
        options={teams.data?.items
          .filter((team) => !team.archived || team.id === ticket.teamId)
          .map((team) => ({ value: team.id, label: pick(team.name) }))}
      />
    </>
  );
}
