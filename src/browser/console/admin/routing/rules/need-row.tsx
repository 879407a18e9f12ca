import { DeleteOutlined } from '@ant-design/icons';
import { AutoComplete, Button, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import { CATEGORIES, LOCALES, SHOP_TIERS } from '../../../../../contract/index.js';
import { Choice } from '../../../shared/choice.js';
import { Labelled } from '../../../shared/labelled.js';
import { DIMENSIONS, type Dimension, readSkill, writeSkill } from '../../../skills/skill.js';
import { useSkillTexts } from '../../../skills/texts.js';
import { useSkillWords } from '../../../skills/use-skill-words.js';
import { type Remark, Remarks } from '../problems.js';
import { useRoutingTexts } from '../texts.js';
import { NeedConditions } from './need-conditions.js';
import type { DraftNeed } from './rules-draft.js';
import { useNeedWords } from './use-need-words.js';

const KNOWN: Partial<Record<Dimension, readonly string[]>> = {
  language: LOCALES,
  category: CATEGORIES,
  tier: SHOP_TIERS,
};

/** One need: a sentence, and its editor when it is open. */
export function NeedRow({
  need,
  place,
  startsOpen,
  problems,
  warnings,
  onChange,
  onRemove,
}: {
  need: DraftNeed;
  place: number;
  startsOpen: boolean;
  problems: readonly Remark[];
  warnings: readonly Remark[];
  onChange: (need: DraftNeed) => void;
  onRemove: () => void;
}) {
  const texts = useRoutingTexts();
  const words = useNeedWords();
  const [isOpen, setOpen] = useState(startsOpen);
  const of = (path: string) => path === `rules.needs.${place}` || path.startsWith(`rules.needs.${place}.`);
  const isWrong = problems.some(({ path }) => of(path));
  return (
    <li className="routing-need" aria-label={texts('need', { place: place + 1 })}>
      <div className="routing-need-head">
        <span className={need.required ? 'badge routing-must' : 'badge'}>
          {texts(need.required ? 'need.must' : 'need.prefer')}
        </span>
        <span className="routing-need-words">{words(need)}</span>
        <Button size="small" aria-expanded={isOpen || isWrong} onClick={() => setOpen((open) => !open)}>
          {texts(isOpen ? 'done' : 'edit')}
        </Button>
        <Button
          type="text"
          size="small"
          aria-label={texts('removeNeed')}
          icon={<DeleteOutlined aria-hidden />}
          onClick={onRemove}
        />
      </div>
      {(isOpen || isWrong) && <NeedEditor need={need} onChange={onChange} />}
      <Remarks of={of} remarks={problems} />
      <Remarks of={of} remarks={warnings} tone="warning" />
    </li>
  );
}

function NeedEditor({ need, onChange }: { need: DraftNeed; onChange: (need: DraftNeed) => void }) {
  const texts = useRoutingTexts();
  const names = useSkillTexts();
  const { nameValue } = useSkillWords();
  const id = useId();
  const dimension = DIMENSIONS.find((known) => need.skill.startsWith(`${known}:`)) ?? 'language';
  const value = readSkill(need.skill)?.value ?? '';
  const set = (change: Partial<DraftNeed>) => onChange({ ...need, ...change });
  const known = KNOWN[dimension];
  return (
    <div className="routing-need-editor">
      <h4>{texts('conditions')}</h4>
      <NeedConditions when={need.when} onChange={(when) => set({ when })} />
      <h4>{texts('asks')}</h4>
      <div className="routing-fields">
        <div className="labelled">
          <span className="field-label">{texts('asks')}</span>
          <Choice
            label={texts('asks')}
            value={need.required ? 'must' : 'prefer'}
            options={[
              { value: 'prefer', label: texts('need.prefer') },
              { value: 'must', label: texts('need.must') },
            ]}
            onChange={(how) => set({ required: how === 'must' })}
          />
        </div>
        <Labelled id={`${id}-about`} label={texts('skillAbout')}>
          <Select
            id={`${id}-about`}
            value={dimension}
            options={DIMENSIONS.map((each) => ({ value: each, label: names(each) }))}
            onChange={(each: Dimension) => set({ skill: writeSkill(each, KNOWN[each]?.[0] ?? '') })}
          />
        </Labelled>
        <Labelled id={`${id}-value`} label={texts('skillValue')}>
          {known ? (
            <Select
              id={`${id}-value`}
              value={value}
              options={known.map((each) => ({ value: each, label: nameValue(dimension, each) }))}
              onChange={(each: string) => set({ skill: writeSkill(dimension, each) })}
            />
          ) : (
            <AutoComplete
              id={`${id}-value`}
              value={value}
              options={[need.when.industry, need.when.entry].filter(Boolean).map((each) => ({ value: each }))}
              onChange={(each: string) => set({ skill: writeSkill(dimension, each) })}
            />
          )}
        </Labelled>
        <Labelled id={`${id}-minimum`} label={texts('minimum')}>
          <InputNumber
            id={`${id}-minimum`}
            min={1}
            max={100}
            precision={0}
            value={need.minimum}
            onChange={(minimum) => minimum !== null && set({ minimum })}
          />
        </Labelled>
      </div>
    </div>
  );
}
