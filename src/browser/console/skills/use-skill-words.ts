import { useCallback } from 'react';
import { LOCALES, SHOP_TIERS } from '../../../contract/index.js';
import { useCategories } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { type Dimension, readSkill } from './skill.js';
import { useSkillTexts } from './texts.js';

/** Skills in the reader's language: `short` the value alone, `long` with what it is about. */
export function useSkillWords() {
  const { pick } = useLanguage();
  const texts = useSkillTexts();
  const categories = useCategories().data?.items;
  const nameValue = useCallback(
    (dimension: Dimension, value: string): string => {
      if (dimension === 'category') {
        const name = categories?.find(({ key }) => key === value)?.name;
        return name ? pick(name) : value;
      }
      if (dimension === 'language' && isOneOf(LOCALES, value)) return texts(`language.${value}`);
      if (dimension === 'tier' && isOneOf(SHOP_TIERS, value)) return texts(`tier.${value}`);
      return value;
    },
    [categories, pick, texts],
  );
  const short = useCallback(
    (skill: string) => {
      const parts = readSkill(skill);
      return parts ? nameValue(parts.dimension, parts.value) : skill;
    },
    [nameValue],
  );
  const long = useCallback(
    (skill: string) => {
      const parts = readSkill(skill);
      return parts
        ? texts('skill', { dimension: texts(parts.dimension), value: nameValue(parts.dimension, parts.value) })
        : skill;
    },
    [texts, nameValue],
  );
  return { short, long, nameValue };
}

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T => list.some((one) => one === value);
