import { Select } from 'antd';
import { useId } from 'react';
import {
  CATEGORIES,
  type CategoryKey,
  type Locale,
  REPLY_LIMITS,
  unknownVariables,
} from '../../../../contract/index.js';
import { useCategories } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { BilingualInput } from '../../shared/bilingual-input.js';
import { Labelled } from '../../shared/labelled.js';
import { Variables } from '../kept/variables.js';
import { TeamChoice } from '../team-choice.js';
import type { ReplyDraft } from './reply-draft.js';
import { useCannedTexts } from './texts.js';

/** What a canned reply says, and where it is for. */
export function ReplyForm({
  draft,
  tried,
  onChange,
}: {
  draft: ReplyDraft;
  tried: boolean;
  onChange: (change: Partial<ReplyDraft>) => void;
}) {
  const { pick, formats } = useLanguage();
  const texts = useCannedTexts();
  const id = useId();
  const categories = useCategories().data?.items ?? [];
  const errorOf = (field: 'title' | 'body') => (locale: Locale) => {
    const unknown = unknownVariables(draft[field][locale]);
    if (unknown.length > 0) return texts('unknown', { variables: formats.list(unknown) });
    return tried && draft[field][locale].trim() === '' ? texts('required') : undefined;
  };
  return (
    <>
      <BilingualInput
        label={texts('name')}
        value={draft.title}
        maxLength={REPLY_LIMITS.title}
        errorOf={errorOf('title')}
        onChange={(title) => onChange({ title })}
      />
      <BilingualInput
        label={texts('body')}
        value={draft.body}
        maxLength={REPLY_LIMITS.body}
        rows={6}
        errorOf={errorOf('body')}
        onChange={(body) => onChange({ body })}
      />
      <Variables />
      <div className="field-pair">
        <Labelled id={`${id}-category`} label={texts('category')}>
          <Select
            id={`${id}-category`}
            style={{ width: '100%' }}
            value={draft.category ?? ''}
            options={[
              { value: '', label: texts('anyCategory') },
              ...CATEGORIES.map((key) => {
                const category = categories.find((each) => each.key === key);
                return { value: key, label: category ? pick(category.name) : key };
              }),
            ]}
            onChange={(key: CategoryKey | '') => onChange({ category: key || null })}
          />
        </Labelled>
        <TeamChoice
          label={texts('team')}
          allTeams={texts('allTeams')}
          value={draft.teamId}
          onChange={(teamId) => onChange({ teamId })}
        />
      </div>
    </>
  );
}
