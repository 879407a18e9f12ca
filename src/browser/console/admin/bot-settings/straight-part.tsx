import { Checkbox, Select } from 'antd';
import { useId } from 'react';
import { BOT_SETTINGS_LIMITS, CATEGORIES, SHOP_TIERS } from '../../../../contract/index.js';
import { useCategories } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { Labelled } from '../../shared/labelled.js';
import { useTopicNames } from '../../shared/use-topic-names.js';
import { Part, type PartProps } from './part.js';
import { useBotSettingsTexts } from './texts.js';
import { WordList } from './word-list.js';

/** Who, and what about, the bot does not answer at all. */
export function StraightPart({ draft, onChange, errorOf }: PartProps) {
  const texts = useBotSettingsTexts();
  const { pick } = useLanguage();
  const nameOf = useTopicNames();
  const known = useCategories().data?.items ?? [];
  const id = useId();
  const { straightToPerson } = draft;
  const set = (change: Partial<typeof straightToPerson>) =>
    onChange({ straightToPerson: { ...straightToPerson, ...change } });
  return (
    <Part title={texts('straight')} hint={texts('straightHint')}>
      <div className="field-pair">
        <fieldset className="bot-group">
          <legend>{texts('tiers')}</legend>
          <Checkbox.Group
            options={SHOP_TIERS.map((value) => ({ value, label: texts(`tier.${value}`) }))}
            value={straightToPerson.tiers}
            onChange={(tiers) => set({ tiers })}
          />
        </fieldset>
        <fieldset className="bot-group">
          <legend>{texts('categories')}</legend>
          <Checkbox.Group
            options={CATEGORIES.map((value) => ({ value, label: nameOf(value) }))}
            value={straightToPerson.categories}
            onChange={(categories) => set({ categories })}
          />
        </fieldset>
      </div>
      <Labelled id={`${id}-subs`} label={texts('subCategories')} error={errorOf('straightToPerson.subCategories')}>
        <Select
          id={`${id}-subs`}
          mode="multiple"
          style={{ width: '100%' }}
          value={straightToPerson.subCategories}
          maxCount={BOT_SETTINGS_LIMITS.subCategories}
          showSearch={{ optionFilterProp: 'label' }}
          options={known.map((category) => ({
            label: pick(category.name),
            options: category.subCategories
              .filter(({ key, archived }) => !archived || straightToPerson.subCategories.includes(key))
              .map(({ key, name }) => ({ value: key, label: pick(name) })),
          }))}
          onChange={(subCategories: string[]) => set({ subCategories })}
        />
      </Labelled>
      <WordList
        label={texts('shops')}
        hint={texts('shopsHint')}
        value={straightToPerson.shops}
        maximum={BOT_SETTINGS_LIMITS.shops}
        error={errorOf('straightToPerson.shops')}
        onChange={(shops) => set({ shops })}
      />
    </Part>
  );
}
