import { Select, Switch } from 'antd';
import { useId } from 'react';
import { isChoice } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import type { FieldDraft } from './sub-category-draft.js';
import { useCategoryTexts } from './texts.js';

interface Props {
  field: FieldDraft;
  /** The fields before it. */
  earlier: readonly FieldDraft[];
  error: string | undefined;
  onChange: (change: Partial<FieldDraft>) => void;
}

/** With which answers of a field before it a field is asked. */
export function FieldCondition({ field: { showWhen }, earlier, error, onChange }: Props) {
  const { pick } = useLanguage();
  const texts = useCategoryTexts();
  const id = useId();
  const deciders = earlier.filter((other) => isChoice(other) || other.type === 'checkbox');
  const decider = deciders.find((other) => other.id === showWhen?.field);
  const [first] = deciders;
  const answers =
    decider?.type === 'checkbox'
      ? (['yes', 'no'] as const).map((value) => ({ value: value as string, label: texts(value) }))
      : (decider?.options ?? []).map((option) => ({ value: option.id, label: pick(option.label) || texts('unnamed') }));
  return (
    <div className="cat-condition">
      <div className="cat-required">
        <Switch
          id={id}
          size="small"
          checked={showWhen !== undefined}
          disabled={!showWhen && !first}
          onChange={(on) => onChange({ showWhen: on && first ? { field: first.id, is: [] } : undefined })}
        />
        <label htmlFor={id}>{texts('condition')}</label>
      </div>
      {!showWhen && !first && <p className="field-hint">{texts('conditionHint')}</p>}
      {showWhen && (
        <div className="cat-condition-parts">
          <Select
            aria-label={texts('conditionField')}
            value={decider?.id}
            placeholder={texts('conditionField')}
            options={deciders.map((other) => ({ value: other.id, label: pick(other.label) || texts('unnamed') }))}
            onChange={(chosen) => onChange({ showWhen: { field: chosen, is: [] } })}
          />
          <span>{texts('conditionIs')}</span>
          <Select<string[]>
            mode="multiple"
            aria-label={texts('conditionAnswers')}
            placeholder={texts('conditionAnswers')}
            value={showWhen.is.filter((answer) => answers.some(({ value }) => value === answer))}
            options={answers}
            onChange={(is) => onChange({ showWhen: { ...showWhen, is } })}
          />
        </div>
      )}
      {error && (
        <p role="alert" className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
