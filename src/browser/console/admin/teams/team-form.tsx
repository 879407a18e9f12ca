import { Select } from 'antd';
import { useId } from 'react';
import { BilingualInput } from '../../shared/bilingual-input.js';
import { Labelled } from '../../shared/labelled.js';
import { TIME_ZONES } from '../time-zones.js';
import { type TeamFields, useEverybody } from './queries.js';
import { useTeamTexts } from './texts.js';

/** Names, who answers for the team, who is in it, and by which clock it works. */
export function TeamForm({
  draft,
  tried,
  onChange,
}: {
  draft: TeamFields;
  tried: boolean;
  onChange: (change: Partial<TeamFields>) => void;
}) {
  const texts = useTeamTexts();
  const id = useId();
  const everybody = useEverybody();
  const people = everybody.data ?? [];
  /** Those who are here, and whoever is chosen already. */
  const choicesFor = (chosen: (string | null)[]) =>
    people
      .filter((person) => person.state !== 'disabled' || chosen.includes(person.id))
      .map(({ id: value, name, state }) => ({
        value,
        label: state === 'active' ? name : texts(state === 'disabled' ? 'disabledPerson' : 'invitedPerson', { name }),
      }));
  const person = (field: 'leadId' | 'dutyManagerId') => (
    <Select
      id={`${id}-${field}`}
      style={{ width: '100%' }}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={everybody.isPending}
      placeholder={texts('nobody')}
      value={draft[field] ?? undefined}
      options={choicesFor([draft[field]])}
      onChange={(value?: string) => onChange({ [field]: value ?? null })}
    />
  );
  return (
    <>
      <BilingualInput
        label={texts('name')}
        value={draft.name}
        maxLength={40}
        errorOf={(locale) => (tried && draft.name[locale].trim() === '' ? texts('nameRequired') : undefined)}
        onChange={(name) => onChange({ name })}
      />
      <div className="field-pair">
        <Labelled id={`${id}-leadId`} label={texts('lead')}>
          {person('leadId')}
        </Labelled>
        <Labelled id={`${id}-dutyManagerId`} label={texts('dutyManager')} hint={texts('dutyManagerHint')}>
          {person('dutyManagerId')}
        </Labelled>
      </div>
      <Labelled id={`${id}-members`} label={texts('members')}>
        <Select
          id={`${id}-members`}
          mode="multiple"
          style={{ width: '100%' }}
          optionFilterProp="label"
          loading={everybody.isPending}
          value={everybody.data ? draft.memberIds : []}
          options={choicesFor(draft.memberIds)}
          onChange={(memberIds) => onChange({ memberIds: [...memberIds].sort() })}
        />
      </Labelled>
      <Labelled id={`${id}-zone`} label={texts('timeZone')} hint={texts('timeZoneHint')}>
        <Select
          id={`${id}-zone`}
          style={{ width: '100%' }}
          showSearch
          value={draft.timeZone}
          options={TIME_ZONES}
          onChange={(timeZone) => onChange({ timeZone })}
        />
      </Labelled>
    </>
  );
}
