import { App } from 'antd';
import { useState } from 'react';
import { ARTICLE_CATEGORIES, type ArticleSectionView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { PageFrame } from '../../shared/page-frame.js';
import { QueryState } from '../../shared/query-state.js';
import { useCategoryOptions } from '../articles/use-category-options.js';
import { NewSection } from './new-section.js';
import { useSectionName } from './place-select.js';
import { useMoveSection, useSections } from './queries.js';
import { SectionEditor } from './section-editor.js';
import { NO_DRAGGING, SectionTree } from './section-tree.js';
import { useSectionTexts } from './texts.js';
import './sections.css';

/** The tree of sections below each category, and beside it what is edited: `rest` names it. */
export default function SectionsPage({ rest }: { rest: string[] }) {
  const { t } = useLanguage();
  const texts = useSectionTexts();
  const { message } = App.useApp();
  const { nameOf } = useCategoryOptions();
  const [dragging, setDragging] = useState(NO_DRAGGING);
  const moving = useMoveSection();
  return (
    <PageFrame title={texts('title')} intro={texts('intro')}>
      <QueryState query={useSections()}>
        {({ items }) => (
          <div className={`section-columns ${rest.length === 0 ? '' : 'section-chosen'}`}>
            <nav className="section-trees" aria-label={texts('tree')}>
              {ARTICLE_CATEGORIES.map((category) => (
                <SectionTree
                  key={category}
                  category={category}
                  name={nameOf(category)}
                  sections={items}
                  chosen={rest.length > 0 ? rest.join('/') : undefined}
                  disabled={moving.isPending}
                  dragging={dragging}
                  onDrag={setDragging}
                  onMove={(id, move) => {
                    const version = items.find((each) => each.id === id)?.version;
                    if (version === undefined) return;
                    moving.mutate(
                      { id, version, ...move },
                      {
                        onSuccess: () => void message.success(texts('moved')),
                        onError: (error) => {
                          const { title, detail } = problemText(t, error);
                          void message.error(detail || title);
                        },
                      },
                    );
                  }}
                />
              ))}
            </nav>
            <div className="section-chosen-one">
              <Chosen items={items} rest={rest} />
            </div>
          </div>
        )}
      </QueryState>
    </PageFrame>
  );
}

function Chosen({ items, rest: [which, category, parentId] }: { items: ArticleSectionView[]; rest: string[] }) {
  const texts = useSectionTexts();
  const { nameOf } = useCategoryOptions();
  const sectionName = useSectionName();
  if (which === 'new') {
    const known = ARTICLE_CATEGORIES.find((each) => each === category);
    const parent = items.find((each) => each.id === parentId);
    if (known && (parent || parentId === undefined))
      return (
        <NewSection
          key={`${category}/${parentId}`}
          place={{ category: known, parentId: parent?.id ?? null }}
          name={parent ? sectionName(parent) : nameOf(known)}
          sections={items}
        />
      );
  }
  const section = items.find((each) => each.id === which);
  if (section) return <SectionEditor key={section.id} section={section} sections={items} />;
  return (
    <div className="placeholder">
      <strong>{texts(which === undefined ? 'choose' : 'gone')}</strong>
      <p>{texts('chooseDetail')}</p>
    </div>
  );
}
