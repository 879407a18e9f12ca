import { Input, Select } from 'antd';
import { useId } from 'react';
import { PRIORITIES, SHOP_TIERS, SLA_MODES } from '../../../../../contract/index.js';
import { useTeams } from '../../../api/queries.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { Choice } from '../../../shared/choice.js';
import { Labelled } from '../../../shared/labelled.js';
import { type Imagined, THIS_CALENDAR } from './question.js';
import { usePreviewTexts } from './texts.js';

/** The case that one imagines. @param hasCalendar whether one is being edited, to be asked about */
export function ImaginedCase({
  imagined,
  hasCalendar,
  onImagine,
}: {
  imagined: Imagined;
  hasCalendar: boolean;
  onImagine: (change: Partial<Imagined>) => void;
}) {
  const { t, pick } = useLanguage();
  const texts = usePreviewTexts();
  const id = useId();
  const teams = (useTeams().data?.items ?? []).filter(({ archived }) => !archived);
  const { tier, priority, mode, teamId, openedAt } = imagined;
  return (
    <div className="sla-imagined">
      <Choice
        label={texts('tier')}
        value={tier}
        options={SHOP_TIERS.toReversed().map((value) => ({ value, label: t(`tier.${value}`) }))}
        onChange={(value) => onImagine({ tier: value })}
      />
      <Choice
        label={texts('priority')}
        value={priority}
        options={PRIORITIES.map((value) => ({ value, label: value }))}
        onChange={(value) => onImagine({ priority: value })}
      />
      <Choice
        label={texts('mode')}
        value={mode}
        options={SLA_MODES.map((value) => ({ value, label: texts(value) }))}
        onChange={(value) => onImagine({ mode: value })}
      />
      <Labelled id={`${id}-team`} label={texts('team')}>
        <Select
          id={`${id}-team`}
          style={{ width: '100%' }}
          value={teamId}
          options={[
            { value: THIS_CALENDAR, label: texts(hasCalendar ? 'thisCalendar' : 'aroundTheClock') },
            ...teams.map((team) => ({ value: team.id, label: pick(team.name) })),
          ]}
          onChange={(value) => onImagine({ teamId: value })}
        />
      </Labelled>
      <Labelled id={`${id}-opened`} label={texts('openedAt')}>
        <Input
          id={`${id}-opened`}
          type="datetime-local"
          value={openedAt}
          onChange={({ target }) => onImagine({ openedAt: target.value })}
        />
      </Labelled>
    </div>
  );
}
