import { useId } from 'react';
import { Labelled } from '../../../shared/labelled.js';
import { DurationInput } from '../../sla/duration-input.js';
import { type Remark, Remarks } from '../problems.js';
import { useRoutingTexts } from '../texts.js';
import type { HeadStart, RulesDraft } from './rules-draft.js';

export const HEAD_STARTS: readonly HeadStart[] = ['P0', 'P1', 'P2', 'P3', 'premium', 'live'];

/** How far each is ahead of what came at the same time. */
export function HeadStarts({
  value,
  problems,
  onChange,
}: {
  value: RulesDraft['headStarts'];
  problems: readonly Remark[];
  onChange: (headStarts: RulesDraft['headStarts']) => void;
}) {
  const texts = useRoutingTexts();
  const id = useId();
  return (
    <div className="routing-fields">
      {HEAD_STARTS.map((key) => (
        <Labelled key={key} id={`${id}-${key}`} label={texts(`head.${key}`)}>
          <DurationInput
            id={`${id}-${key}`}
            label={texts(`head.${key}`)}
            value={value[key]}
            placeholder="0"
            error={typeof value[key] === 'string' ? texts('unreadable') : undefined}
            onChange={(seconds) => onChange({ ...value, [key]: seconds })}
          />
          <Remarks of={(path) => path === `rules.headStarts.${key}`} remarks={problems} />
        </Labelled>
      ))}
    </div>
  );
}
