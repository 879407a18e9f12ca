import { Button } from 'antd';
import type { CategorySettingsView, Locale, LocalizedText } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { BilingualInput } from '../../shared/bilingual-input.js';
import { useDraft } from '../../shared/use-draft.js';
import { DraftForm } from '../draft-form.js';
import { inBothLanguages } from '../edit-conflict.js';
import { useRename } from './queries.js';
import { useCategoryTexts } from './texts.js';

type Names = { name: LocalizedText; topic: LocalizedText };
const draftOf = ({ version, name, topic }: CategorySettingsView) => ({
  version,
  draft: { name, topic } satisfies Names,
});

/** The names of one of the four categories. */
export function CategoryEditor({ category }: { category: CategorySettingsView }) {
  const { t, pick } = useLanguage();
  const texts = useCategoryTexts();
  const form = useDraft<Names>(draftOf(category));
  const missing = (tried: boolean, field: keyof Names) => (locale: Locale) =>
    tried && !form.draft[field][locale].trim() ? t('form.required') : undefined;
  const isComplete = Object.values(form.draft).every((text) => text['zh-CN'].trim() && text.en.trim());
  return (
    <DraftForm
      form={form}
      saving={useRename(category.key)}
      toSave={() => (isComplete ? form.draft : undefined)}
      draftOf={draftOf}
      field={(key, draft) => ({ label: texts(key), value: inBothLanguages(draft[key]) })}
      head={
        <header className="cat-head">
          <h3>{pick(category.name)}</h3>
          <Button className="cat-back" onClick={() => goTo(adminAddress('categories'))}>
            {t('common.back')}
          </Button>
        </header>
      }
    >
      {({ tried }) => (
        <section className="sheet cat-part">
          <BilingualInput
            label={texts('name')}
            value={form.draft.name}
            maxLength={20}
            errorOf={missing(tried, 'name')}
            onChange={(name) => form.set({ name })}
          />
          <BilingualInput
            label={texts('topic')}
            value={form.draft.topic}
            maxLength={30}
            errorOf={missing(tried, 'topic')}
            onChange={(topic) => form.set({ topic })}
          />
          <p className="field-hint">{texts('topicHint')}</p>
        </section>
      )}
    </DraftForm>
  );
}
