import { Checkbox } from 'antd';
import { PickSome } from './pick-some.js';
import { RANGES } from './question.js';
import { RangeField } from './range-field.js';
import { useTicketsTexts } from './texts.js';
import type { FilterOptions } from './use-filter-options.js';
import type { QuestionState } from './use-question.js';

const PICKS = ['category', 'subCategory', 'nature', 'tag', 'tier', 'rating', 'site'] as const;

/** The filters that are set now and then. */
export function MoreFilters({
  state: { question, change },
  options,
}: {
  state: QuestionState;
  options: FilterOptions;
}) {
  const texts = useTicketsTexts();
  return (
    <>
      {PICKS.filter((name) => options[name].length > 0).map((name) => (
        <PickSome
          key={name}
          label={texts(name)}
          options={options[name]}
          value={question[name]}
          onChange={(value) => change({ [name]: value })}
        />
      ))}
      {RANGES.map((name) => (
        <RangeField
          key={name}
          label={texts(name)}
          value={question[name]}
          onChange={(range) => change({ [name]: range })}
        />
      ))}
      <Checkbox
        checked={question.waiting === 'reply'}
        onChange={({ target }) => change({ waiting: target.checked ? 'reply' : undefined })}
      >
        {texts('waiting')}
      </Checkbox>
    </>
  );
}
