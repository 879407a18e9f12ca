import { Alert, App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { SubCategorySettingsView } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { EditConflict, inBothLanguages } from '../edit-conflict.js';
import { SaveBar } from '../save-bar.js';
import { useAdminTexts } from '../texts.js';
import { useDraft } from '../use-draft.js';
import { useSaveSubCategory, useSetArchived } from './queries.js';
import { draftOf, isComplete, type SubCategoryDraft, settingsOf } from './sub-category-draft.js';
import { SubCategoryForm } from './sub-category-form.js';
import { useCategoryTexts } from './texts.js';

/** One sub-category and its form. */
export function SubCategoryEditor({ sub }: { sub: SubCategorySettingsView }) {
  const { t, pick } = useLanguage();
  const texts = useCategoryTexts();
  const adminTexts = useAdminTexts();
  const { message } = App.useApp();
  const form = useDraft<SubCategoryDraft>({ version: sub.version, draft: draftOf(sub) });
  const [tried, setTried] = useState(false);
  const saving = useSaveSubCategory(sub.key);
  const archiving = useSetArchived(sub.key);
  const refused = isProblem(saving.error, 'invalid_input') ? (saving.error.problem.errors ?? []) : [];
  const save = () => {
    setTried(true);
    if (!isComplete(form.draft)) return;
    const taken = sub.form.map(({ key }) => key);
    saving.mutate(
      { version: form.version, ...settingsOf(form.draft, taken) },
      {
        onSuccess: (category) => {
          const saved = category.subCategories.find(({ key }) => key === sub.key);
          if (saved) form.saved({ version: saved.version, draft: draftOf(saved) });
          setTried(false);
          void message.success(adminTexts('saved'));
        },
        onError: (error) => {
          if (isProblem(error, 'conflict')) void message.warning(adminTexts('merged'));
        },
      },
    );
  };
  const setArchived = (archived: boolean) =>
    archiving.mutate(
      { archived, version: sub.version },
      { onSuccess: () => void message.success(texts(archived ? 'archivedDone' : 'restoredDone')) },
    );
  const shown = (draft: SubCategoryDraft, key: keyof SubCategoryDraft): string => {
    if (key === 'name') return inBothLanguages(draft.name);
    if (key !== 'form') return draft[key];
    return texts('fields', { count: draft.form.length, labels: draft.form.map(({ label }) => pick(label)).join('、') });
  };
  return (
    <form
      aria-label={pick(sub.name)}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <header className="cat-head">
        <h3>
          {pick(sub.name)} <code>{sub.key}</code>
        </h3>
        <span className="admin-actions">
          <Button className="cat-back" onClick={() => goTo(adminAddress('categories'))}>
            {t('common.back')}
          </Button>
          {sub.archived ? (
            <Button loading={archiving.isPending} onClick={() => setArchived(false)}>
              {texts('restore')}
            </Button>
          ) : (
            <Popconfirm
              title={texts('archive')}
              description={<div className="cat-confirm">{texts('archiveConfirm', { count: sub.openTickets })}</div>}
              okText={texts('archive')}
              onConfirm={() => setArchived(true)}
            >
              <Button loading={archiving.isPending}>{texts('archive')}</Button>
            </Popconfirm>
          )}
        </span>
      </header>
      {sub.archived && <Alert type="info" showIcon title={texts('archivedNotice')} />}
      {archiving.error && (
        <Alert
          type="error"
          role="alert"
          showIcon
          title={problemText(t, archiving.error).title}
          description={problemText(t, archiving.error).detail}
        />
      )}
      {form.conflicts.length > 0 && (
        <EditConflict
          fields={form.conflicts.map((key) => ({
            key,
            label: texts(key === 'teamKey' ? 'team' : key),
            theirs: shown(form.theirs, key),
            mine: shown(form.draft, key),
          }))}
          onTakeTheirs={form.takeTheirs}
          onKeepMine={form.keepMine}
        />
      )}
      <SubCategoryForm
        draft={form.draft}
        saved={sub.form}
        tried={tried}
        refused={refused.map(({ path }) => path)}
        onChange={form.set}
      />
      <SaveBar
        isDirty={form.isDirty}
        isSaving={saving.isPending}
        error={saving.error}
        disabled={form.conflicts.length > 0}
        onDiscard={() => {
          form.reset();
          saving.reset();
          setTried(false);
        }}
      />
    </form>
  );
}
