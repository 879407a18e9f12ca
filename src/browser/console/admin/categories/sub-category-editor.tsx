import { Alert, App, Button, Popconfirm } from 'antd';
import type { SubCategorySettingsView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { useDraft } from '../../shared/use-draft.js';
import { DraftForm } from '../draft-form.js';
import { inBothLanguages } from '../edit-conflict.js';
import { FormHistory } from './form-history.js';
import { useSaveSubCategory, useSetArchived } from './queries.js';
import { draftOf, isComplete, type SubCategoryDraft, settingsOf } from './sub-category-draft.js';
import { SubCategoryForm } from './sub-category-form.js';
import { useCategoryTexts } from './texts.js';

/** One sub-category and its form. */
export function SubCategoryEditor({ sub }: { sub: SubCategorySettingsView }) {
  const { t, pick, formats } = useLanguage();
  const texts = useCategoryTexts();
  const { message } = App.useApp();
  const form = useDraft<SubCategoryDraft>(serverDraft(sub));
  const archiving = useSetArchived(sub.key);
  const setArchived = (archived: boolean) =>
    archiving.mutate(
      { archived, version: sub.version },
      { onSuccess: () => void message.success(texts(archived ? 'archivedDone' : 'restoredDone')) },
    );
  const shown = (draft: SubCategoryDraft, key: keyof SubCategoryDraft): string => {
    if (key === 'name') return inBothLanguages(draft.name);
    if (key === 'checklist')
      return texts('items', {
        count: draft.checklist.length,
        labels: formats.list(draft.checklist.map(({ label }) => pick(label))),
      });
    if (key !== 'form') return draft[key];
    return texts('fields', {
      count: draft.form.length,
      labels: formats.list(draft.form.map(({ label }) => pick(label))),
    });
  };
  return (
    <DraftForm
      form={form}
      saving={useSaveSubCategory(sub.key)}
      toSave={() => {
        return isComplete(form.draft, sub) ? settingsOf(form.draft, sub) : undefined;
      }}
      draftOf={(category) => serverDraft(category.subCategories.find(({ key }) => key === sub.key) ?? sub)}
      field={(key, draft) => ({ label: texts(key === 'teamKey' ? 'team' : key), value: shown(draft, key) })}
      label={pick(sub.name)}
      head={
        <>
          <header className="cat-head">
            <h3>
              {pick(sub.name)} <code>{sub.key}</code>
            </h3>
            <span className="page-actions">
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
        </>
      }
    >
      {({ tried, refused }) => (
        <>
          <SubCategoryForm draft={form.draft} saved={sub} tried={tried} refused={refused} onChange={form.set} />
          <FormHistory subCategory={sub.key} version={sub.formVersion} />
        </>
      )}
    </DraftForm>
  );
}

const serverDraft = (sub: SubCategorySettingsView) => ({ version: sub.version, draft: draftOf(sub) });
