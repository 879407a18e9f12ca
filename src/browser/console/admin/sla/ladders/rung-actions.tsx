import { Select } from 'antd';
import type { RungAction } from '../../../../../contract/index.js';
import { useTeams } from '../../../api/queries.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { Labelled } from '../../../shared/labelled.js';
import { usePeople } from '../queries.js';
import { useLadderTexts } from './texts.js';

const targetOf = (action: RungAction): string =>
  'teamId' in action ? `hand_to ${action.teamId}` : 'staffId' in action ? `add_watcher ${action.staffId}` : action.do;

function actionOf(value: string): RungAction {
  const [deed, target = ''] = value.split(' ');
  if (deed === 'hand_to') return { do: 'hand_to', teamId: target };
  if (deed === 'add_watcher') return { do: 'add_watcher', staffId: target };
  return { do: deed === 'raise_priority' ? 'raise_priority' : 'tell_customer' };
}

/** What a rung does beside telling people. It hands to one team at most: the last that was chosen. */
export function RungActions({
  id,
  also,
  error,
  onChange,
}: {
  id: string;
  also: readonly RungAction[];
  error?: string;
  onChange: (also: RungAction[]) => void;
}) {
  const { pick } = useLanguage();
  const texts = useLadderTexts();
  const teams = useTeams().data?.items ?? [];
  const people = usePeople().data?.items ?? [];
  const chosen = also.map(targetOf);
  const known = [
    { value: 'raise_priority', label: texts('raise_priority') },
    { value: 'tell_customer', label: texts('tell_customer') },
  ];
  const toTeams = teams
    .filter((team) => !team.archived || chosen.includes(`hand_to ${team.id}`))
    .map((team) => ({ value: `hand_to ${team.id}`, label: texts('handTo', { team: pick(team.name) }) }));
  const watchers = people.map((person) => ({
    value: `add_watcher ${person.id}`,
    label: texts('addWatcher', { name: person.name }),
  }));
  const gone = chosen
    .filter((value) => ![...known, ...toTeams, ...watchers].some((option) => option.value === value))
    .map((value) => ({ value, label: texts('unknownPerson') }));
  const change = (values: string[]) => {
    const last = values.findLast((value) => value.startsWith('hand_to '));
    onChange(values.filter((value) => !value.startsWith('hand_to ') || value === last).map(actionOf));
  };
  return (
    <Labelled id={id} label={texts('also')} error={error}>
      <Select
        id={id}
        mode="multiple"
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={texts('alsoNone')}
        status={error ? 'error' : undefined}
        value={chosen}
        options={[
          { label: texts('also'), options: known },
          { label: texts('hand_to'), options: toTeams },
          { label: texts('add_watcher'), options: [...watchers, ...gone] },
        ]}
        onChange={change}
      />
    </Labelled>
  );
}
