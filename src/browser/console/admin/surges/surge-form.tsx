import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import { SURGE_LIMITS } from '../../../../contract/index.js';
import { BilingualInput } from '../../shared/bilingual-input.js';
import { Labelled } from '../../shared/labelled.js';
import { gapsOf, type SurgeDraft } from './surge-draft.js';
import { useSurgeTexts } from './texts.js';

const CHOICES = ['overflow', 'callBackFirst', 'liveFirst', 'botFirst', 'announces'] as const;
const { capacityPercent: PERCENT, reasonLength, announcementLength } = SURGE_LIMITS;

/** For whom, why, from when to when, and what is different meanwhile. */
export function SurgeForm({
  draft,
  teams,
  fixed,
  running,
  byItself = false,
  tried,
  refused,
  onChange,
}: {
  draft: SurgeDraft;
  teams: { value: string; label: string }[];
  /** The team of one that is there already stays. */
  fixed: boolean;
  running: boolean;
  byItself?: boolean;
  tried: boolean;
  refused: string[];
  onChange: (change: Partial<SurgeDraft>) => void;
}) {
  const texts = useSurgeTexts();
  const id = useId();
  const gaps = tried ? gapsOf(draft) : [];
  const wrong = (gap: 'starts' | 'ends') =>
    gaps.includes(gap) || refused.includes(`${gap}At`) ? texts(`${gap}Refused`) : undefined;
  const reasonError = gaps.includes('reason') ? texts('reasonRequired') : undefined;
  const time = (key: 'starts' | 'ends', hint: string, disabled = false) => (
    <Labelled id={`${id}-${key}`} label={texts(key)} hint={hint} error={wrong(key)}>
      <Input
        id={`${id}-${key}`}
        type="datetime-local"
        disabled={disabled}
        value={draft[key]}
        status={wrong(key) ? 'error' : undefined}
        onChange={(event) => onChange({ [key]: event.target.value.slice(0, 16) })}
      />
    </Labelled>
  );
  return (
    <>
      <div className="field-pair">
        <Labelled id={`${id}-reason`} label={texts('reason')} required hint={texts('reasonHint')} error={reasonError}>
          <Input
            id={`${id}-reason`}
            maxLength={reasonLength}
            value={draft.reason}
            status={reasonError ? 'error' : undefined}
            onChange={(event) => onChange({ reason: event.target.value })}
          />
        </Labelled>
        <Labelled id={`${id}-team`} label={texts('team')}>
          <Select
            id={`${id}-team`}
            style={{ width: '100%' }}
            disabled={fixed}
            value={draft.teamId ?? ''}
            options={teams}
            onChange={(teamId: string) => onChange({ teamId: teamId || null })}
          />
        </Labelled>
      </div>
      <div className="field-pair">
        {time('starts', texts(running ? 'startsRunning' : 'startsHint'), running)}
        {time('ends', texts(byItself ? 'endsByItself' : 'endsHint'))}
      </div>
      <Labelled id={`${id}-capacity`} label={texts('capacity')} hint={texts('capacityHint')}>
        <InputNumber
          id={`${id}-capacity`}
          min={PERCENT.least}
          max={PERCENT.most}
          step={10}
          precision={0}
          suffix="%"
          value={draft.capacityPercent}
          onChange={(percent) => onChange({ capacityPercent: percent ?? PERCENT.least })}
        />
      </Labelled>
      <fieldset className="surge-choices">
        <legend className="field-label">{texts('meanwhile')}</legend>
        {CHOICES.map((key) => (
          <Checkbox key={key} checked={draft[key]} onChange={(event) => onChange({ [key]: event.target.checked })}>
            {texts(key)}
          </Checkbox>
        ))}
      </fieldset>
      {draft.announces && (
        <BilingualInput
          label={texts('announcement')}
          value={draft.announcement}
          maxLength={announcementLength}
          rows={2}
          errorOf={(locale) =>
            gaps.includes('announcement') && draft.announcement[locale].trim() === ''
              ? texts('announcementRequired')
              : undefined
          }
          onChange={(announcement) => onChange({ announcement })}
        />
      )}
    </>
  );
}
