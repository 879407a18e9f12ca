import { InputNumber } from 'antd';
import { useId } from 'react';
import { type AgentProfileView, WORK_KINDS } from '../../../../contract/index.js';
import { useSkillTexts } from '../../skills/texts.js';
import { useProfileTexts } from './profile-texts.js';

type Limits = AgentProfileView['kindLimits'];

/** Units at most of one kind of work, where somebody shall take less of it. */
export function KindLimits({
  limits,
  profile,
  capacity,
  onChange,
}: {
  limits: Limits;
  profile: AgentProfileView;
  capacity: number;
  onChange: (limits: Limits) => void;
}) {
  const texts = useProfileTexts();
  const kinds = useSkillTexts();
  const id = useId();
  return (
    <fieldset className="staff-set">
      <legend className="field-label">{texts('kindLimits')}</legend>
      <div className="staff-kinds">
        {WORK_KINDS.map((kind) => (
          <div key={kind} className="staff-kind">
            <label htmlFor={`${id}-${kind}`}>{kinds(`kind.${kind}`)}</label>
            <InputNumber
              id={`${id}-${kind}`}
              min={0}
              max={100}
              precision={0}
              placeholder="–"
              value={limits[kind] ?? null}
              onChange={(units) => {
                const { [kind]: _, ...others } = limits;
                onChange(units === null ? others : { ...others, [kind]: units });
              }}
            />
            <span className="staff-quiet">
              {[
                texts('kindInUse', { units: profile.kindLoads[kind] ?? 0 }),
                limits[kind] === undefined ? texts('noLimit') : limits[kind] > capacity ? texts('kindAbove') : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
        ))}
      </div>
      <p className="field-hint">{texts('kindLimitsHint')}</p>
    </fieldset>
  );
}
