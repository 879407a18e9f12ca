import { Select } from 'antd';
import { useId } from 'react';
import type { CaseImportOptions, CaseImportPlace } from '../../../../contract/index.js';
import { useCaseImportTexts } from './texts.js';
import { nameOfShelf, shelfNamed, useShelfOptions } from './use-shelf-options.js';

/** Where each category of the file goes. */
export function ShelfMapping({
  places,
  chosen,
  onChange,
}: {
  places: CaseImportPlace[];
  chosen: CaseImportOptions['categories'];
  onChange: (chosen: CaseImportOptions['categories']) => void;
}) {
  const texts = useCaseImportTexts();
  const id = useId();
  const { shelves } = useShelfOptions();
  const choose = (key: string, name: string) => {
    const { [key]: _, ...others } = chosen;
    onChange(name ? { ...others, [key]: shelfNamed(name) } : others);
  };
  return (
    <fieldset className="transfer-mapping">
      <legend className="field-label">{texts('mapping')}</legend>
      <p className="field-hint">{texts('mappingHint')}</p>
      {places.map(({ key, cases }, index) => {
        const shelf = chosen[key];
        return (
          <div key={key} className="transfer-place">
            <label htmlFor={`${id}-${index}`} className="ellipsis" title={key}>
              {key} <span className="transfer-quiet">{texts('places', { count: cases })}</span>
            </label>
            <Select<string>
              id={`${id}-${index}`}
              value={shelf ? nameOfShelf(shelf) : ''}
              options={[{ value: '', label: texts('byDefault') }, ...shelves]}
              popupMatchSelectWidth={false}
              onChange={(name) => choose(key, name)}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
