import { Select } from 'antd';
import { useId } from 'react';
import { LOCALES, type Locale, STAFF_ROLES, type StaffRole } from '../../../../contract/index.js';
import { useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { Choice } from '../../shared/choice.js';
import { Labelled } from '../../shared/labelled.js';
import { useStaffTexts } from './texts.js';

export interface PersonFields {
  role: StaffRole;
  locale: Locale;
  teamIds: string[];
}

/** Role, teams and language: what an invitation and an edit have in common. */
export function PersonFieldInputs({
  value,
  isOneself = false,
  onChange,
}: {
  value: PersonFields;
  /** One's own role is another's to change. */
  isOneself?: boolean;
  onChange: (change: Partial<PersonFields>) => void;
}) {
  const { pick } = useLanguage();
  const texts = useStaffTexts();
  const id = useId();
  const teams = useTeams().data?.items ?? [];
  const offered = teams.filter((team) => !team.archived || value.teamIds.includes(team.id));
  return (
    <>
      <Labelled
        id={`${id}-role`}
        label={texts('role')}
        hint={isOneself ? texts('oneself') : texts(`roleHint.${value.role}`)}
      >
        <Select
          id={`${id}-role`}
          style={{ width: '100%' }}
          disabled={isOneself}
          value={value.role}
          options={STAFF_ROLES.map((role) => ({ value: role, label: texts(`role.${role}`) }))}
          onChange={(role) => onChange({ role })}
        />
      </Labelled>
      <Labelled id={`${id}-teams`} label={texts('teams')}>
        <Select
          id={`${id}-teams`}
          mode="multiple"
          style={{ width: '100%' }}
          optionFilterProp="label"
          value={value.teamIds}
          options={offered.map((team) => ({ value: team.id, label: pick(team.name) }))}
          onChange={(teamIds) => onChange({ teamIds })}
        />
      </Labelled>
      <div className="labelled">
        <span className="field-label">{texts('locale')}</span>
        <Choice
          label={texts('locale')}
          value={value.locale}
          options={LOCALES.map((locale) => ({ value: locale, label: texts(`locale.${locale}`) }))}
          onChange={(locale) => onChange({ locale })}
        />
      </div>
    </>
  );
}
