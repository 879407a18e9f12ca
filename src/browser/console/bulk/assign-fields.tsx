import { Select } from 'antd';
import { useId } from 'react';
import { useAssignableStaff, useTeams } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { useBulkDialogTexts } from './dialog-texts.js';
import type { Draft } from './draft.js';

/** To a team, or to a person of it. */
export function AssignFields({ draft, onChange }: { draft: Draft; onChange: (change: Partial<Draft>) => void }) {
  const { t, pick } = useLanguage();
  const words = useBulkDialogTexts();
  const ids = { team: useId(), person: useId() };
  const teams = useTeams();
  const people = useAssignableStaff(draft.teamId);
  return (
    <>
      <label className="field-label" htmlFor={ids.team}>
        {words('team')}
      </label>
      <Select
        id={ids.team}
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        loading={teams.isPending}
        value={draft.teamId}
        onChange={(teamId) => onChange({ teamId, staffId: undefined })}
        options={teams.data?.items
          .filter(({ archived }) => !archived)
          .map((team) => ({ value: team.id, label: pick(team.name) }))}
      />
      <label className="field-label" htmlFor={ids.person}>
        {words('person')}
      </label>
      <Select
        id={ids.person}
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        disabled={!draft.teamId}
        placeholder={words('anyone')}
        notFoundContent={t('handOver.nobody')}
        value={draft.staffId}
        onChange={(staffId) => onChange({ staffId })}
        options={people.data?.items.map(({ id, name, load, capacity }) => ({
          value: id,
          label: `${name} · ${t('handOver.load', { load, capacity })}`,
        }))}
      />
    </>
  );
}
