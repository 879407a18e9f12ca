import { Cascader, Input, Select } from 'antd';
import { useId } from 'react';
import { type CategoryKey, LOCALES, type NeedRule, SHOP_TIERS } from '../../../../../contract/index.js';
import { useCategories } from '../../../api/queries.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { Labelled } from '../../../shared/labelled.js';
import { useSkillWords } from '../../../skills/use-skill-words.js';
import { useRoutingTexts } from '../texts.js';

type When = NeedRule['when'];

/** Of which cases a skill is asked. */
export function NeedConditions({ when, onChange }: { when: When; onChange: (when: When) => void }) {
  const { pick } = useLanguage();
  const texts = useRoutingTexts();
  const { nameValue } = useSkillWords();
  const categories = useCategories().data?.items ?? [];
  const id = useId();
  const set = (change: When) => {
    const next = { ...when, ...change };
    onChange(Object.fromEntries(Object.entries(next).filter(([, value]) => value)) as When);
  };
  return (
    <div className="routing-fields">
      <Labelled id={`${id}-category`} label={texts('field.category')}>
        <Cascader
          id={`${id}-category`}
          changeOnSelect
          placeholder={texts('any')}
          value={when.category ? [when.category, ...(when.subCategory ? [when.subCategory] : [])] : []}
          options={categories.map(({ key, name, subCategories }) => ({
            value: key as string,
            label: pick(name),
            children: subCategories
              .filter((each) => !each.archived)
              .map((each) => ({ value: each.key, label: pick(each.name) })),
          }))}
          onChange={(path) =>
            set({ category: path?.[0] as CategoryKey | undefined, subCategory: path?.[1] as string | undefined })
          }
        />
      </Labelled>
      <Labelled id={`${id}-locale`} label={texts('field.locale')}>
        <Select
          id={`${id}-locale`}
          allowClear
          placeholder={texts('any')}
          value={when.locale}
          options={LOCALES.map((value) => ({ value, label: nameValue('language', value) }))}
          onChange={(locale) => set({ locale })}
        />
      </Labelled>
      <Labelled id={`${id}-tier`} label={texts('field.tier')}>
        <Select
          id={`${id}-tier`}
          allowClear
          placeholder={texts('any')}
          value={when.tier}
          options={SHOP_TIERS.map((value) => ({ value, label: nameValue('tier', value) }))}
          onChange={(tier) => set({ tier })}
        />
      </Labelled>
      <Labelled id={`${id}-industry`} label={texts('field.industry')}>
        <Input
          id={`${id}-industry`}
          maxLength={60}
          placeholder={texts('any')}
          value={when.industry ?? ''}
          onChange={({ target }) => set({ industry: target.value })}
        />
      </Labelled>
      <Labelled id={`${id}-entry`} label={texts('field.entry')}>
        <Input
          id={`${id}-entry`}
          maxLength={500}
          placeholder={texts('any')}
          value={when.entry ?? ''}
          onChange={({ target }) => set({ entry: target.value })}
        />
      </Labelled>
    </div>
  );
}
