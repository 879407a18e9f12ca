import { Button, Select, Switch } from 'antd';
import { useId, useState } from 'react';
import {
  ARTICLE_VISIBILITIES,
  type ArticleCategory,
  type ArticleImportOptions,
  type ArticleImportView,
  type ArticleVisibility,
  LOCALES,
} from '../../../../contract/index.js';
import { Choice } from '../../shared/choice.js';
import { Labelled } from '../../shared/labelled.js';
import { useCategoryOptions } from '../articles/use-category-options.js';
import { useTransferTexts } from './texts.js';

/** How a file is to be taken over. What is changed here counts after another check. */
export function ImportOptionsForm({
  one,
  isBusy,
  onCheck,
}: {
  one: ArticleImportView;
  isBusy: boolean;
  onCheck: (options: ArticleImportOptions) => void;
}) {
  const texts = useTransferTexts();
  const id = useId();
  const { categories } = useCategoryOptions();
  const [options, setOptions] = useState(one.options);
  const change = (part: Partial<ArticleImportOptions>) => setOptions({ ...options, ...part });
  const isChanged = JSON.stringify(options) !== JSON.stringify(one.options);
  return (
    <section className="sheet transfer-card" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{texts('options')}</h3>
      <Field label={texts('after')}>
        <Choice
          label={texts('after')}
          value={options.publish ? 'publish' : 'draft'}
          options={(['draft', 'publish'] as const).map((value) => ({ value, label: texts(`after.${value}`) }))}
          onChange={(value) => change({ publish: value === 'publish' })}
        />
        {options.publish && <p className="field-hint">{texts('publishHint')}</p>}
      </Field>
      <Field label={texts('existing')}>
        <Choice
          label={texts('existing')}
          value={options.existing}
          options={(['update', 'skip'] as const).map((value) => ({ value, label: texts(`existing.${value}`) }))}
          onChange={(existing) => change({ existing })}
        />
      </Field>
      <Field label={texts('locale')}>
        <Choice
          label={texts('locale')}
          value={options.locale}
          options={LOCALES.map((value) => ({ value, label: texts(value === 'en' ? 'english' : 'chinese') }))}
          onChange={(locale) => change({ locale })}
        />
      </Field>
      <Labelled id={`${id}-visibility`} label={texts('visibility')}>
        <Select<ArticleVisibility | 'file'>
          id={`${id}-visibility`}
          value={options.visibility ?? 'file'}
          options={(['file', ...ARTICLE_VISIBILITIES] as const).map((value) => ({
            value,
            label: texts(`visibility.${value}`),
          }))}
          onChange={(value) => {
            const { visibility: _, ...rest } = options;
            setOptions(value === 'file' ? rest : { ...rest, visibility: value });
          }}
        />
      </Labelled>
      <Labelled id={`${id}-category`} label={texts('defaultCategory')}>
        <Select<ArticleCategory>
          id={`${id}-category`}
          value={options.category}
          options={categories}
          onChange={(category) => change({ category })}
        />
      </Labelled>
      {one.places.length > 0 && <Mapping one={one} options={options} onChange={change} />}
      <div className="transfer-switch">
        <Switch
          id={`${id}-sections`}
          size="small"
          checked={options.createSections}
          onChange={(createSections) => change({ createSections })}
        />
        <label htmlFor={`${id}-sections`}>{texts('createSections')}</label>
      </div>
      <div>
        <Button
          type={isChanged ? 'primary' : 'default'}
          disabled={!isChanged && one.status === 'checked'}
          loading={isBusy}
          onClick={() => onCheck(options)}
        >
          {texts(isChanged || one.status === 'checked' ? 'checkAgain' : 'retry')}
        </Button>
      </div>
    </section>
  );
}

function Field({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="labelled">
      <span className="field-label" aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}

/** Which of our categories each of the file's becomes. */
function Mapping({
  one,
  options,
  onChange,
}: {
  one: ArticleImportView;
  options: ArticleImportOptions;
  onChange: (part: Partial<ArticleImportOptions>) => void;
}) {
  const texts = useTransferTexts();
  const id = useId();
  const { categories } = useCategoryOptions();
  const choose = (key: string, category: ArticleCategory | '') => {
    const { [key]: _, ...others } = options.categories;
    onChange({ categories: category ? { ...others, [key]: category } : others });
  };
  return (
    <fieldset className="transfer-mapping">
      <legend className="field-label">{texts('mapping')}</legend>
      <p className="field-hint">{texts('mappingHint')}</p>
      {one.places.map(({ key, name, articles }, index) => (
        <div key={key} className="transfer-place">
          <label htmlFor={`${id}-${index}`} className="ellipsis" title={name}>
            {name} <span className="transfer-quiet">{texts('places', { count: articles })}</span>
          </label>
          <Select<ArticleCategory | ''>
            id={`${id}-${index}`}
            value={options.categories[key] ?? ''}
            options={[{ value: '', label: texts('byDefault') }, ...categories]}
            onChange={(category) => choose(key, category)}
          />
        </div>
      ))}
    </fieldset>
  );
}
