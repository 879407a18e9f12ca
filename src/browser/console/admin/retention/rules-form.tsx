import { Select } from 'antd';
import type { CategoryKey, RetentionProblem, RetentionSettings } from '../../../../contract/index.js';
import { RETENTION_DEEDS } from '../../../../contract/index.js';
import { useCategories } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { useRetentionPreview } from './queries.js';
import { RuleRow } from './rule-row.js';
import { placeOfRule, withDays, withOwnRule, without } from './rules-draft.js';
import { useRetentionTexts } from './texts.js';

/** A line for each category, and for each sub-category with a rule of its own. */
export function RulesForm({
  draft,
  problems,
  onChange,
}: {
  draft: RetentionSettings;
  problems: RetentionProblem[];
  onChange: (draft: RetentionSettings) => void;
}) {
  const { pick } = useLanguage();
  const texts = useRetentionTexts();
  const known = useCategories().data?.items ?? [];
  const preview = useRetentionPreview(problems.length === 0 ? draft : undefined);
  const rows = [
    ...known.flatMap(({ key, name, subCategories }) => [
      { category: key as CategoryKey | null, name: pick(name) },
      ...subCategories
        .filter((sub) => placeOfRule(draft, { category: key, subCategory: sub.key }) >= 0)
        .map((sub) => ({ category: key as CategoryKey | null, subCategory: sub.key, name: pick(sub.name) })),
    ]),
    { category: null, name: texts('unsorted') },
  ];
  const choices = known.map(({ key, name, subCategories }) => ({
    label: pick(name),
    options: subCategories
      .filter((sub) => placeOfRule(draft, { category: key, subCategory: sub.key }) < 0)
      .map((sub) => ({ value: `${key}/${sub.key}`, label: `${pick(name)} › ${pick(sub.name)}` })),
  }));
  return (
    <>
      <div className="sheet retention-rules">
        <div className="retention-rule retention-head" aria-hidden>
          <span />
          {RETENTION_DEEDS.map((deed) => (
            <span key={deed}>{texts('days', { deed: texts(deed) })}</span>
          ))}
          <span>{texts('today')}</span>
        </div>
        {rows.map(({ name, ...shelf }) => {
          const place = placeOfRule(draft, shelf);
          const counted = preview.data && !preview.isPlaceholderData ? preview.data.items[place] : undefined;
          return (
            <RuleRow
              key={`${shelf.category} ${'subCategory' in shelf ? shelf.subCategory : ''}`}
              name={name}
              isSub={'subCategory' in shelf}
              rule={draft.rules[place]}
              counted={counted}
              isCounting={place >= 0 && preview.isFetching}
              problems={problems.filter(({ path }) => path.startsWith(`rules.${place}.`))}
              onDays={(deed, days) => onChange(withDays(draft, shelf, deed, days))}
              onRemove={() => onChange(without(draft, shelf))}
            />
          );
        })}
        <div className="retention-add">
          <Select<string>
            value={null}
            placeholder={texts('addSub')}
            aria-label={texts('addSub')}
            options={choices}
            onChange={(name) => {
              const [category, subCategory = ''] = name.split('/');
              onChange(withOwnRule(draft, category as CategoryKey, subCategory));
            }}
          />
        </div>
      </div>
      <ul className="retention-hints">
        {RETENTION_DEEDS.map((deed) => (
          <li key={deed}>
            <b>{texts(deed)}</b> {texts(`${deed}Hint`)}
          </li>
        ))}
      </ul>
    </>
  );
}
