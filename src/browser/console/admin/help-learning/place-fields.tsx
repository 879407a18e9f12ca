import { Input, Select } from 'antd';
import { useId } from 'react';
import { ARTICLE_LIMITS, type ArticleCategory } from '../../../../contract/index.js';
import { Labelled } from '../../shared/labelled.js';
import { useCategoryOptions } from '../articles/use-category-options.js';
import { SLUG } from './slug-of.js';
import { useLearningTexts } from './texts.js';

export interface ArticlePlace {
  slug: string;
  category: ArticleCategory;
}

export const isPlace = ({ slug }: ArticlePlace): boolean => SLUG.test(slug);

interface Props {
  place: ArticlePlace;
  /** Whether the server has said that another article has it. */
  isTaken: boolean;
  onChange: (place: ArticlePlace) => void;
}

/** Where a new article will stand. */
export function PlaceFields({ place, isTaken, onChange }: Props) {
  const texts = useLearningTexts();
  const { categories } = useCategoryOptions();
  const id = useId();
  const isWrong = place.slug !== '' && !isPlace(place);
  return (
    <div className="field-pair">
      <Labelled
        id={`${id}-slug`}
        label={texts('slug')}
        hint={texts('slugHint')}
        required
        error={isWrong ? texts('slugWrong') : isTaken ? texts('slugTaken') : undefined}
      >
        <Input
          id={`${id}-slug`}
          value={place.slug}
          maxLength={ARTICLE_LIMITS.slug}
          status={isWrong || isTaken ? 'error' : undefined}
          onChange={(event) => onChange({ ...place, slug: event.target.value.toLowerCase() })}
        />
      </Labelled>
      <Labelled id={`${id}-category`} label={texts('category')} required>
        <Select
          id={`${id}-category`}
          style={{ width: '100%' }}
          value={place.category}
          options={categories}
          onChange={(category) => onChange({ ...place, category })}
        />
      </Labelled>
    </div>
  );
}
