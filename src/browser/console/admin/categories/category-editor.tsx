import { App, Button } from 'antd';
import { useState } from 'react';
import type { CategorySettingsView, Locale, LocalizedText } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { BilingualInput } from '../bilingual-input.js';
import { EditConflict, inBothLanguages } from '../edit-conflict.js';
import { SaveBar } from '../save-bar.js';
import { useAdminTexts } from '../texts.js';
import { useDraft } from '../use-draft.js';
import { useRename } from './queries.js';
import { useCategoryTexts } from './texts.js';

type Names = { name: LocalizedText; topic: LocalizedText };
const namesOf = ({ name, topic }: CategorySettingsView): Names => ({ name, topic });

/** The names of one of the four categories. */
export function CategoryEditor({ category }: { category: CategorySettingsView }) {
  const { t, pick } = useLanguage();
  const texts = useCategoryTexts();
  const adminTexts = useAdminTexts();
  const { message } = App.useApp();
  const form = useDraft<Names>({ version: category.version, draft: namesOf(category) });
  const [tried, setTried] = useState(false);
  const renaming = useRename(category.key);
  const missing = (field: keyof Names) => (locale: Locale) =>
    tried && !form.draft[field][locale].trim() ? t('form.required') : undefined;
  const save = () => {
    setTried(true);
    if (Object.values(form.draft).some((text) => !text['zh-CN'].trim() || !text.en.trim())) return;
    renaming.mutate(
      { version: form.version, ...form.draft },
      {
        onSuccess: (saved) => {
          form.saved({ version: saved.version, draft: namesOf(saved) });
          void message.success(adminTexts('saved'));
        },
        onError: (error) => {
          if (isProblem(error, 'conflict')) void message.warning(adminTexts('merged'));
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <header className="cat-head">
        <h3>{pick(category.name)}</h3>
        <Button className="cat-back" onClick={() => goTo(adminAddress('categories'))}>
          {t('common.back')}
        </Button>
      </header>
      {form.conflicts.length > 0 && (
        <EditConflict
          fields={form.conflicts.map((key) => ({
            key,
            label: texts(key),
            theirs: inBothLanguages(form.theirs[key]),
            mine: inBothLanguages(form.draft[key]),
          }))}
          onTakeTheirs={form.takeTheirs}
          onKeepMine={form.keepMine}
        />
      )}
      <section className="admin-sheet cat-part">
        <BilingualInput
          label={texts('name')}
          value={form.draft.name}
          maxLength={20}
          errorOf={missing('name')}
          onChange={(name) => form.set({ name })}
        />
        <BilingualInput
          label={texts('topic')}
          value={form.draft.topic}
          maxLength={30}
          errorOf={missing('topic')}
          onChange={(topic) => form.set({ topic })}
        />
        <p className="admin-hint">{texts('topicHint')}</p>
      </section>
      <SaveBar
        isDirty={form.isDirty}
        isSaving={renaming.isPending}
        error={renaming.error}
        disabled={form.conflicts.length > 0}
        onDiscard={() => {
          form.reset();
          renaming.reset();
        }}
      />
    </form>
  );
}
