import { Select } from 'antd';
import { useId } from 'react';
import type { SlaProblem } from '../../../../../contract/index.js';
import { useTeams } from '../../../api/queries.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { BilingualInput } from '../../../shared/bilingual-input.js';
import { Labelled } from '../../../shared/labelled.js';
import { TIME_ZONES } from '../../time-zones.js';
import type { CalendarDraft } from './calendar-draft.js';
import { SpecialDays } from './special-days.js';
import { useCalendarTexts } from './texts.js';
import { WeekEditor } from './week-editor.js';

/** Everything about a calendar that one types. */
export function CalendarForm({
  draft,
  problems,
  tried,
  onChange,
}: {
  draft: CalendarDraft;
  problems: readonly SlaProblem[];
  tried: boolean;
  onChange: (change: Partial<CalendarDraft>) => void;
}) {
  const { pick } = useLanguage();
  const texts = useCalendarTexts();
  const id = useId();
  const teams = (useTeams().data?.items ?? []).filter((each) => !each.archived || draft.teamIds.includes(each.id));
  const team = problems.find(({ path }) => path.startsWith('teamIds'));
  const zone = problems.find(({ path }) => path === 'zone');
  return (
    <>
      <section className="sheet sla-part" aria-labelledby={`${id}-basics`}>
        <h3 id={`${id}-basics`}>{texts('basics')}</h3>
        <BilingualInput
          label={texts('name')}
          value={draft.name}
          maxLength={40}
          errorOf={(locale) => (tried && draft.name[locale].trim() === '' ? texts('nameRequired') : undefined)}
          onChange={(name) => onChange({ name })}
        />
        <div className="field-pair">
          <Labelled id={`${id}-zone`} label={texts('zone')} error={zone && pick(zone.fix)}>
            <Select
              id={`${id}-zone`}
              style={{ width: '100%' }}
              showSearch
              value={draft.zone}
              options={TIME_ZONES}
              status={zone ? 'error' : undefined}
              onChange={(value) => onChange({ zone: value })}
            />
          </Labelled>
          <Labelled id={`${id}-teams`} label={texts('teams')} error={team && pick(team.fix)}>
            <Select
              id={`${id}-teams`}
              mode="multiple"
              status={team ? 'error' : undefined}
              style={{ width: '100%' }}
              showSearch={{ optionFilterProp: 'label' }}
              value={draft.teamIds}
              options={teams.map((each) => ({ value: each.id, label: pick(each.name) }))}
              onChange={(teamIds) => onChange({ teamIds: [...teamIds].sort() })}
            />
          </Labelled>
        </div>
        <p className="field-hint">{texts('teamsHint')}</p>
      </section>
      <WeekEditor draft={draft} problems={problems} onChange={onChange} />
      <SpecialDays days={draft.specialDays} problems={problems} onChange={(specialDays) => onChange({ specialDays })} />
    </>
  );
}
