import { InputNumber, Select } from 'antd';
import { useId } from 'react';
import {
  type LadderRung,
  RUNG_PEOPLE,
  RUNG_WAYS,
  type RungPerson,
  type SlaProblem,
} from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { Labelled } from '../../../shared/labelled.js';
import { usePeople } from '../queries.js';
import { isFromBreachOn, momentOf, type RungDraft, type RungMoment, timeOf } from './ladder-draft.js';
import { RungActions } from './rung-actions.js';
import { useLadderTexts } from './texts.js';
import { useRungWords } from './use-rung-words.js';

const MOMENTS: readonly RungMoment[] = ['percent', 'breach', 'afterMinutes'];
const keyOf = (person: RungPerson): string => (typeof person === 'string' ? person : person.staffId);
const personOf = (value: string): RungPerson => RUNG_PEOPLE.find((role) => role === value) ?? { staffId: value };

/** When one rung fires, whom it tells and how, what else it does. @param path where `problems` name it */
export function RungEditor({
  rung,
  path,
  problems,
  onChange,
}: {
  rung: RungDraft;
  path: string;
  problems: readonly SlaProblem[];
  onChange: (change: Partial<LadderRung>) => void;
}) {
  const { pick } = useLanguage();
  const texts = useLadderTexts();
  const { nameOf } = useRungWords();
  const people = usePeople();
  const id = useId();
  const errorAt = (field: string) => {
    const problem = problems.find(
      (each) => each.path === `${path}.${field}` || each.path.startsWith(`${path}.${field}.`),
    );
    return problem && pick(problem.fix);
  };
  const { at, whom, how, also, acknowledgeWithinMinutes } = rung;
  const moment = momentOf(at);
  const figure = 'percent' in at ? at.percent : 'afterMinutes' in at ? at.afterMinutes : undefined;
  const known = people.data?.items ?? [];
  const gone = whom.flatMap((person) =>
    typeof person !== 'string' && !known.some((each) => each.id === person.staffId) ? [person.staffId] : [],
  );
  const setMoment = (next: RungMoment) =>
    onChange({
      at: timeOf(next),
      ...(next === 'percent' && { acknowledgeWithinMinutes: null }),
    });
  return (
    <div className="sla-rung-fields">
      <Labelled id={`${id}-at`} label={texts('when')} error={errorAt('at')}>
        <div className="sla-rung-when">
          <Select<RungMoment>
            id={`${id}-at`}
            value={moment}
            options={MOMENTS.map((value) => ({ value, label: texts(value) }))}
            onChange={setMoment}
          />
          {figure !== undefined && (
            <InputNumber
              aria-label={`${texts(moment)} ${texts(moment === 'percent' ? 'percentOf' : 'minutes')}`}
              value={Number.isNaN(figure) ? null : figure}
              min={0}
              precision={0}
              suffix={texts(moment === 'percent' ? 'percentOf' : 'minutes')}
              status={errorAt('at') ? 'error' : undefined}
              onChange={(value) =>
                onChange({
                  at: moment === 'percent' ? { percent: value ?? Number.NaN } : { afterMinutes: value ?? Number.NaN },
                })
              }
            />
          )}
        </div>
      </Labelled>
      <Labelled id={`${id}-whom`} label={texts('whom')} error={errorAt('whom')}>
        <Select
          id={`${id}-whom`}
          mode="multiple"
          style={{ width: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          loading={people.isPending}
          status={errorAt('whom') ? 'error' : undefined}
          value={whom.map(keyOf)}
          options={[
            {
              label: texts('roles'),
              options: RUNG_PEOPLE.map((value) => ({ value: value as string, label: texts(value) })),
            },
            {
              label: texts('people'),
              options: [
                ...known.map(({ id: value, name }) => ({ value, label: name })),
                ...gone.map((value) => ({ value, label: nameOf(value) })),
              ],
            },
          ]}
          onChange={(values: string[]) => onChange({ whom: values.map(personOf) })}
        />
      </Labelled>
      <Labelled id={`${id}-how`} label={texts('how')} error={errorAt('how')}>
        <Select
          id={`${id}-how`}
          mode="multiple"
          style={{ width: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          status={errorAt('how') ? 'error' : undefined}
          value={how}
          options={RUNG_WAYS.map((value) => ({ value, label: texts(value) }))}
          onChange={(ways) => onChange({ how: RUNG_WAYS.filter((way) => ways.includes(way)) })}
        />
      </Labelled>
      <RungActions
        id={`${id}-also`}
        also={also}
        error={errorAt('also')}
        onChange={(next) => onChange({ also: next })}
      />
      {isFromBreachOn(at) && (
        <Labelled
          id={`${id}-acknowledge`}
          label={texts('acknowledge')}
          hint={texts('acknowledgeHint')}
          error={errorAt('acknowledgeWithinMinutes')}
        >
          <InputNumber
            id={`${id}-acknowledge`}
            value={acknowledgeWithinMinutes}
            precision={0}
            status={errorAt('acknowledgeWithinMinutes') ? 'error' : undefined}
            onChange={(value) => onChange({ acknowledgeWithinMinutes: value })}
          />
        </Labelled>
      )}
    </div>
  );
}
