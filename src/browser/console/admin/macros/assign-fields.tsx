import { Select } from 'antd';
import { useId } from 'react';
import type { MacroAssignment } from '../../../../contract/index.js';
import { useAssignableStaff, useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { Labelled } from '../../shared/labelled.js';
import { useMacroAdminTexts } from './texts.js';

interface Props {
  assign: MacroAssignment | undefined;
  onChange: (assign: MacroAssignment | undefined) => void;
}

/** Whom a macro gives the case to. */
export function AssignFields({ assign, onChange }: Props) {
  const { pick } = useLanguage();
  const texts = useMacroAdminTexts();
  const id = useId();
  const teamId = assign?.to === 'team' ? assign.teamId : undefined;
  const teams = useTeams().data?.items ?? [];
  const people = useAssignableStaff(teamId).data?.items ?? [];
  return (
    <div className="field-pair">
      <Labelled id={`${id}-team`} label={texts('assign')}>
        <Select
          id={`${id}-team`}
          style={{ width: '100%' }}
          value={assign?.to === 'me' ? 'me' : (teamId ?? '')}
          options={[
            { value: '', label: texts('unchanged') },
            { value: 'me', label: texts('me') },
            ...teams
              .filter((team) => !team.archived || team.id === teamId)
              .map((team) => ({ value: team.id, label: pick(team.name) })),
          ]}
          onChange={(to: string) =>
            onChange(to === '' ? undefined : to === 'me' ? { to: 'me' } : { to: 'team', teamId: to })
          }
        />
      </Labelled>
      {assign?.to === 'team' && (
        <Labelled id={`${id}-person`} label={texts('person')}>
          <Select
            id={`${id}-person`}
            style={{ width: '100%' }}
            value={assign.staffId ?? ''}
            options={[
              { value: '', label: texts('anybody') },
              ...people.map((person) => ({ value: person.id, label: person.name })),
            ]}
            onChange={(staffId: string) => onChange({ to: 'team', teamId: assign.teamId, ...(staffId && { staffId }) })}
          />
        </Labelled>
      )}
    </div>
  );
}
