import { App, Button } from 'antd';
import type { ArticleSectionView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { Link } from '../../shared/link.js';
import { useDraft } from '../../shared/use-draft.js';
import { useCategoryOptions } from '../articles/use-category-options.js';
import { DraftForm } from '../draft-form.js';
import { inBothLanguages } from '../edit-conflict.js';
import { useSectionName } from './place-select.js';
import { type SectionMove, useRemoveSection, useSaveSection } from './queries.js';
import { draftOf, recordOf, type SectionDraft } from './section-draft.js';
import { SectionForm } from './section-form.js';
import { useSectionTexts } from './texts.js';

/** One section: its words, its place, its end. */
export function SectionEditor({
  section,
  sections,
}: {
  section: ArticleSectionView;
  sections: readonly ArticleSectionView[];
}) {
  const { t } = useLanguage();
  const texts = useSectionTexts();
  const { message, modal } = App.useApp();
  const nameOf = useSectionName();
  const categoryName = useCategoryOptions().nameOf;
  const form = useDraft<SectionDraft>(draftOf(section));
  const removing = useRemoveSection(section.id);
  const name = nameOf(section);
  const toTree = () => goTo(adminAddress('sections'));
  const remove = () =>
    modal.confirm({
      title: texts('removeTitle', { name }),
      content: texts('removeDetail'),
      okText: texts('remove'),
      okButtonProps: { danger: true },
      onOk: () =>
        removing.mutateAsync(section.version).then(
          () => {
            void message.success(texts('removed'));
            toTree();
          },
          (error: unknown) => {
            const { title, detail } = problemText(t, error);
            void modal.error({ title, content: detail });
          },
        ),
    });
  const placeName = ({ category, parentId }: SectionDraft): string => {
    const parent = sections.find(({ id }) => id === parentId);
    return parent ? `${categoryName(category)} / ${nameOf(parent)}` : categoryName(category);
  };
  const shown = (key: keyof SectionDraft, draft: SectionDraft) => {
    if (key === 'names') return { label: texts('name'), value: inBothLanguages(draft.names) };
    if (key === 'descriptions') return { label: texts('description'), value: inBothLanguages(draft.descriptions) };
    if (key === 'slug') return { label: texts('slug'), value: draft.slug };
    return { label: texts('place'), value: placeName(draft) };
  };
  const moves = form.draft.category !== form.theirs.category || form.draft.parentId !== form.theirs.parentId;
  const { category, parentId } = form.draft;
  return (
    <>
      <header className="section-head">
        <h3>{name}</h3>
        <span className="page-actions">
          <Button className="section-back" onClick={toTree}>
            {t('common.back')}
          </Button>
          <Link
            className="ant-btn ant-btn-default section-link"
            to={`${adminAddress('articles')}?section=${section.id}`}
          >
            {texts('seeArticles', { count: section.articles })}
          </Link>
          <Button danger loading={removing.isPending} onClick={remove}>
            {texts('remove')}
          </Button>
        </span>
      </header>
      <section className="sheet section-part">
        <DraftForm
          form={form}
          saving={useSaveSection(section.id)}
          toSave={() => {
            const record = recordOf(form.draft);
            const move: SectionMove | undefined = moves ? { category, parentId, before: null } : undefined;
            return record && { ...record, move };
          }}
          draftOf={draftOf}
          field={shown}
          label={texts('settings')}
        >
          {({ tried, refused }) => (
            <SectionForm
              draft={form.draft}
              sections={sections}
              own={section.id}
              tried={tried}
              refused={refused}
              onChange={form.set}
            />
          )}
        </DraftForm>
      </section>
    </>
  );
}
