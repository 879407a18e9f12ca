import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { type CaseImportOptions, type CaseImportView, LOCALES, OPEN_CASES } from '../../../../contract/index.js';
import { Choice } from '../../shared/choice.js';
import { Labelled } from '../../shared/labelled.js';
import { useSites } from '../sites/queries.js';
import { TIME_ZONES } from '../time-zones.js';
import { ShelfMapping } from './shelf-mapping.js';
import { useCaseImportTexts } from './texts.js';
import { useShelfOptions } from './use-shelf-options.js';

const SOURCE = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** How a file is to be taken over. What is changed here counts after another check. */
export function CaseImportOptionsForm({
  one,
  isBusy,
  onCheck,
}: {
  one: CaseImportView;
  isBusy: boolean;
  onCheck: (options: CaseImportOptions) => void;
}) {
  const texts = useCaseImportTexts();
  const id = useId();
  const sites = useSites().data?.items ?? [];
  const { categories } = useShelfOptions();
  const [options, setOptions] = useState(one.options);
  const change = (part: Partial<CaseImportOptions>) => setOptions({ ...options, ...part });
  const isChanged = JSON.stringify(options) !== JSON.stringify(one.options);
  const isFit = SOURCE.test(options.source);
  return (
    <section className="sheet transfer-card" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{texts('options')}</h3>
      <div className="labelled">
        <span className="field-label" aria-hidden>
          {texts('openCases')}
        </span>
        <Choice
          label={texts('openCases')}
          value={options.openCases}
          options={OPEN_CASES.map((value) => ({ value, label: texts(`openCases.${value}`) }))}
          onChange={(openCases) => change({ openCases })}
        />
        <p className="field-hint">{texts(`openHint.${options.openCases}`)}</p>
      </div>
      {sites.length > 1 && (
        <Labelled id={`${id}-site`} label={texts('site')}>
          <Select<string>
            id={`${id}-site`}
            value={options.siteId}
            options={sites.map((site) => ({ value: site.id, label: site.name }))}
            onChange={(siteId) => change({ siteId })}
          />
        </Labelled>
      )}
      <Labelled
        id={`${id}-source`}
        label={texts('source')}
        hint={texts('sourceHint')}
        {...(!isFit && { error: texts('sourceWrong') })}
      >
        <Input
          id={`${id}-source`}
          value={options.source}
          maxLength={40}
          onChange={({ target }) => change({ source: target.value })}
        />
      </Labelled>
      <Labelled id={`${id}-category`} label={texts('defaultCategory')}>
        <Select<string>
          id={`${id}-category`}
          value={options.category ?? ''}
          options={[{ value: '', label: texts('unsorted') }, ...categories]}
          onChange={(category) => change({ category: (category || null) as CaseImportOptions['category'] })}
        />
      </Labelled>
      {one.places.length > 0 && (
        <ShelfMapping
          places={one.places}
          chosen={options.categories}
          onChange={(shelves) => change({ categories: shelves })}
        />
      )}
      <Labelled id={`${id}-zone`} label={texts('timeZone')}>
        <Select<string>
          id={`${id}-zone`}
          showSearch
          value={options.timeZone}
          options={TIME_ZONES}
          onChange={(timeZone) => change({ timeZone })}
        />
      </Labelled>
      <div className="labelled">
        <span className="field-label" aria-hidden>
          {texts('locale')}
        </span>
        <Choice
          label={texts('locale')}
          value={options.locale}
          options={LOCALES.map((value) => ({ value, label: texts(value === 'en' ? 'english' : 'chinese') }))}
          onChange={(locale) => change({ locale })}
        />
      </div>
      <div>
        <Button
          type={isChanged ? 'primary' : 'default'}
          disabled={!isFit || (!isChanged && one.status === 'checked')}
          loading={isBusy}
          onClick={() => onCheck(options)}
        >
          {texts(isChanged || one.status === 'checked' ? 'checkAgain' : 'retry')}
        </Button>
      </div>
    </section>
  );
}
