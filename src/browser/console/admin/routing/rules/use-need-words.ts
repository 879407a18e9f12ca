import { useCallback } from 'react';
import type { NeedRule } from '../../../../../contract/index.js';
import { useCategories } from '../../../api/queries.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { useSkillWords } from '../../../skills/use-skill-words.js';
import { useRoutingTexts } from '../texts.js';

/** A need as a sentence: 语言是英文，必须有语言：英文（熟练度 60 以上）. */
export function useNeedWords(): (need: NeedRule) => string {
  const { pick } = useLanguage();
  const texts = useRoutingTexts();
  const categories = useCategories().data?.items;
  const { long, nameValue } = useSkillWords();
  return useCallback(
    ({ when, skill, minimum, required }: NeedRule) => {
      const category = categories?.find(({ key }) => key === when.category);
      const subCategory = categories
        ?.flatMap(({ subCategories }) => subCategories)
        .find(({ key }) => key === when.subCategory);
      const parts = [
        when.category && texts('when.category', { value: category ? pick(category.name) : when.category }),
        when.subCategory &&
          texts('when.subCategory', { value: subCategory ? pick(subCategory.name) : when.subCategory }),
        when.locale && texts('when.locale', { value: nameValue('language', when.locale) }),
        when.tier && texts('when.tier', { value: nameValue('tier', when.tier) }),
        when.industry && texts('when.industry', { value: when.industry }),
        when.entry && texts('when.entry', { value: when.entry }),
      ].filter((part) => part !== undefined && part !== '');
      return texts('need.sentence', {
        when: parts.length > 0 ? parts.join(texts('when.join')) : texts('need.always'),
        how: texts(required ? 'need.must' : 'need.prefer'),
        skill: long(skill) + (minimum > 1 ? texts('need.minimum', { minimum }) : ''),
      });
    },
    [categories, pick, texts, long, nameValue],
  );
}
