import { Cascader, Checkbox, Input, Select } from 'antd';
import { useId } from 'react';
import {
  type CategoryKey,
  MACRO_LIMITS,
  type MacroDeeds,
  NATURES,
  PRIORITIES,
  shownFields,
  TAG_LIMITS,
  TICKET_STATUSES,
  tidyTag,
} from '../../../../contract/index.js';
import { useCategories } from '../../api/queries.js';
import { FormField } from '../../case-panel/form-field.js';
import { useLanguage } from '../../i18n/i18n.js';
import { Labelled } from '../../shared/labelled.js';
import { AssignFields } from './assign-fields.js';
import { changedDeeds } from './macro-draft.js';
import { useMacroAdminTexts } from './texts.js';

interface Props {
  deeds: MacroDeeds;
  onChange: (deeds: MacroDeeds) => void;
}

/** What a macro does to a case; what is left alone it does not touch. */
export function DeedFields({ deeds, onChange }: Props) {
  const { t, pick } = useLanguage();
  const texts = useMacroAdminTexts();
  const id = useId();
  const categories = useCategories().data?.items ?? [];
  const sub = categories
    .find(({ key }) => key === deeds.category)
    ?.subCategories.find(({ key }) => key === deeds.subCategory);
  const set = (change: Partial<Record<keyof MacroDeeds, unknown>>) =>
    onChange(changedDeeds(deeds, change as MacroDeeds));
  const choice = <Value extends string>(
    name: 'nature' | 'priority' | 'status',
    values: readonly Value[],
    label: (value: Value) => string,
  ) => (
    <Labelled id={`${id}-${name}`} label={texts(name)}>
      <Select
        id={`${id}-${name}`}
        style={{ width: '100%' }}
        value={(deeds[name] ?? '') as string}
        options={[
          { value: '', label: texts('unchanged') },
          ...values.map((value) => ({ value: value as string, label: label(value) })),
        ]}
        onChange={(value: string) => set({ [name]: value || undefined })}
      />
    </Labelled>
  );
  const tags = (name: 'addTags' | 'removeTags') => (
    <Labelled id={`${id}-${name}`} label={texts(name)}>
      <Select<string[]>
        id={`${id}-${name}`}
        mode="tags"
        open={false}
        suffixIcon={null}
        style={{ width: '100%' }}
        tokenSeparators={[',', '，', '、']}
        maxCount={MACRO_LIMITS.tags}
        value={deeds[name] ?? []}
        onChange={(chosen) =>
          set({ [name]: chosen.map((tag) => tidyTag(tag).slice(0, TAG_LIMITS.length)).filter((tag) => tag !== '') })
        }
      />
    </Labelled>
  );
  return (
    <fieldset className="macro-deeds">
      <legend>{texts('deeds')}</legend>
      <div className="field-pair">
        {choice(
          'status',
          TICKET_STATUSES.filter((status) => status !== 'new'),
          (status) => t(`status.${status}`),
        )}
        {choice('priority', PRIORITIES, (priority) => t(`priority.${priority}`))}
      </div>
      <div className="field-pair">
        <Labelled id={`${id}-category`} label={texts('category')}>
          <Cascader
            id={`${id}-category`}
            style={{ width: '100%' }}
            changeOnSelect
            allowClear
            placeholder={texts('unchanged')}
            value={[deeds.category, deeds.subCategory].filter((part): part is string => part !== undefined)}
            options={categories.map((category) => ({
              value: category.key as string,
              label: pick(category.name),
              children: category.subCategories
                .filter(({ archived, key }) => !archived || key === deeds.subCategory)
                .map((each) => ({ value: each.key, label: pick(each.name) })),
            }))}
            onChange={(path) => {
              const [category, subCategory] = (path ?? []) as [CategoryKey?, string?];
              set({ category, subCategory, fields: undefined });
            }}
          />
        </Labelled>
        {choice('nature', NATURES, (nature) => t(`nature.${nature}`))}
      </div>
      {sub &&
        shownFields(sub.form, deeds.fields ?? {}).map((field) => (
          <Labelled key={field.key} id={`${id}-${field.key}`} label={pick(field.label)}>
            <FormField
              id={`${id}-${field.key}`}
              field={{ ...field, requiredAt: undefined }}
              value={deeds.fields?.[field.key] ?? ''}
              disabled={false}
              isWrong={false}
              onChange={(value) => {
                const { [field.key]: _, ...others } = deeds.fields ?? {};
                set({ fields: value === '' ? others : { ...others, [field.key]: value } });
              }}
            />
          </Labelled>
        ))}
      <AssignFields assign={deeds.assign} onChange={(assign) => set({ assign })} />
      <div className="field-pair">
        {tags('addTags')}
        {tags('removeTags')}
      </div>
      <Labelled id={`${id}-note`} label={texts('note')}>
        <Input.TextArea
          id={`${id}-note`}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={MACRO_LIMITS.note}
          value={deeds.note ?? ''}
          onChange={({ target }) => set({ note: target.value })}
        />
      </Labelled>
      <Checkbox checked={deeds.watch === true} onChange={({ target }) => set({ watch: target.checked || undefined })}>
        {texts('watch')}
      </Checkbox>
    </fieldset>
  );
}
