import { Input, Select } from 'antd';
import { useId } from 'react';
import { CALLER_CHECKS, type CategoryView, LIMITS } from '../../../contract/index.js';
import { FormField } from '../case-panel/form-field.js';
import { useLanguage } from '../i18n/i18n.js';
import { Labelled } from '../shared/labelled.js';
import { faultsOf, formOf, type PhoneDraft } from './draft.js';
import { usePhoneCaseTexts } from './texts.js';

interface Props {
  draft: PhoneDraft;
  categories: readonly CategoryView[];
  tried: boolean;
  onChange: (part: Partial<PhoneDraft>) => void;
}

/** How it was checked who calls, what it is about, its form, and their words. */
export function MatterFields({ draft, categories, tried, onChange }: Props) {
  const id = useId();
  const { pick } = useLanguage();
  const texts = usePhoneCaseTexts();
  const faults = tried ? faultsOf(draft) : {};
  const category = categories.find(({ key }) => key === draft.category);
  const { shown, problems } = formOf(draft, categories);
  return (
    <>
      <Labelled id={`${id}-check`} label={texts('check')} required error={faults.check && texts(faults.check)}>
        <Select
          id={`${id}-check`}
          style={{ width: '100%' }}
          value={draft.check}
          options={CALLER_CHECKS.map((value) => ({ value, label: texts(value) }))}
          onChange={(check) => onChange({ check })}
        />
      </Labelled>
      <Labelled id={`${id}-note`} label={texts('checkNote')}>
        <Input
          id={`${id}-note`}
          value={draft.checkNote}
          maxLength={200}
          onChange={({ target }) => onChange({ checkNote: target.value })}
        />
      </Labelled>
      <div className="phone-pair">
        <Labelled
          id={`${id}-category`}
          label={texts('category')}
          required
          error={faults.category && texts(faults.category)}
        >
          <Select
            id={`${id}-category`}
            style={{ width: '100%' }}
            value={draft.category}
            options={categories.map(({ key, name }) => ({ value: key, label: pick(name) }))}
            onChange={(key) => onChange({ category: key, subCategory: undefined })}
          />
        </Labelled>
        <Labelled id={`${id}-sub`} label={texts('subCategory')}>
          <Select<string>
            id={`${id}-sub`}
            style={{ width: '100%' }}
            allowClear
            disabled={!category}
            value={draft.subCategory}
            options={category?.subCategories
              .filter(({ archived }) => !archived)
              .map(({ key, name }) => ({ value: key, label: pick(name) }))}
            onChange={(subCategory?: string) => onChange({ subCategory })}
          />
        </Labelled>
      </div>
      {shown.map((field) => {
        const problem = tried ? problems.find(({ key }) => key === field.key) : undefined;
        return (
          <Labelled
            key={field.key}
            id={`${id}-${field.key}`}
            label={pick(field.label)}
            required={field.requiredAt === 'open'}
            error={problem && pick(problem.fix)}
          >
            <FormField
              id={`${id}-${field.key}`}
              field={field}
              value={draft.form[field.key] ?? ''}
              disabled={false}
              isWrong={problem !== undefined}
              onChange={(value) => onChange({ form: { ...draft.form, [field.key]: value } })}
            />
          </Labelled>
        );
      })}
      <Labelled
        id={`${id}-message`}
        label={texts('message')}
        hint={texts('messageHint')}
        required
        error={faults.message && texts(faults.message)}
      >
        <Input.TextArea
          id={`${id}-message`}
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={LIMITS.messageLength}
          value={draft.message}
          onChange={({ target }) => onChange({ message: target.value })}
        />
      </Labelled>
    </>
  );
}
