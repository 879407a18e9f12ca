import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { CategorySettingsView } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { Labelled } from '../../shared/labelled.js';
import { SaveBar } from '../save-bar.js';
import { useAddSubCategory } from './queries.js';
import {
  isComplete,
  isKey,
  NEW_SUB_CATEGORY,
  NOTHING_SAVED,
  type SubCategoryDraft,
  settingsOf,
} from './sub-category-draft.js';
import { SubCategoryForm } from './sub-category-form.js';
import { useCategoryTexts } from './texts.js';
import { wordKey } from './word-key.js';

/** A new sub-category of this category. */
export function NewSubCategory({ category }: { category: CategorySettingsView }) {
  const { t, pick } = useLanguage();
  const texts = useCategoryTexts();
  const id = useId();
  const [typedKey, setTypedKey] = useState('');
  const [draft, setDraft] = useState<SubCategoryDraft>(NEW_SUB_CATEGORY);
  const [tried, setTried] = useState(false);
  const adding = useAddSubCategory(category.key);
  const refused = isProblem(adding.error, 'invalid_input') ? (adding.error.problem.errors ?? []) : [];
  const taken = category.subCategories.map(({ key }) => key);
  const key = typedKey || wordKey(draft.name.en, taken, category.key);
  const keyIsWrong = (tried && !isKey(key)) || refused.some(({ path }) => path === 'key');
  const save = () => {
    setTried(true);
    if (!isKey(key) || !isComplete(draft)) return;
    adding.mutate(
      { key, ...settingsOf(draft) },
      { onSuccess: () => goTo(adminAddress('categories', category.key, key), 'replace') },
    );
  };
  return (
    <form
      aria-label={texts('add')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <header className="cat-head">
        <h3>
          {pick(category.name)} · {texts('add')}
        </h3>
        <Button className="cat-back" onClick={() => goTo(adminAddress('categories'))}>
          {t('common.back')}
        </Button>
      </header>
      <section className="sheet cat-part">
        <Labelled
          id={id}
          label={texts('key')}
          hint={texts('keyHint')}
          error={keyIsWrong ? texts('keyWrong') : undefined}
        >
          <Input
            id={id}
            value={typedKey}
            placeholder={key}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            status={keyIsWrong ? 'error' : undefined}
            onChange={({ target }) => setTypedKey(target.value.trim())}
          />
        </Labelled>
      </section>
      <SubCategoryForm
        draft={draft}
        saved={NOTHING_SAVED}
        tried={tried}
        refused={refused.map(({ path }) => path)}
        onChange={(change) => setDraft((current) => ({ ...current, ...change }))}
      />
      <SaveBar
        isDirty={draft !== NEW_SUB_CATEGORY || typedKey !== ''}
        isSaving={adding.isPending}
        error={adding.error}
        saveLabel={texts('add')}
        onDiscard={() => goTo(adminAddress('categories', category.key))}
      />
    </form>
  );
}
