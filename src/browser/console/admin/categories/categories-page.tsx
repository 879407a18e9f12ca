import type { CategorySettingsView } from '../../../../contract/index.js';
import { PageFrame } from '../../shared/page-frame.js';
import { QueryState } from '../../shared/query-state.js';
import { CategoryEditor } from './category-editor.js';
import { CategoryTree } from './category-tree.js';
import { NewSubCategory } from './new-sub-category.js';
import { useCategorySettings } from './queries.js';
import { SubCategoryEditor } from './sub-category-editor.js';
import { useCategoryTexts } from './texts.js';
import './categories.css';

/** The tree of categories and sub-categories, and beside it what is edited: `rest` names it. */
export default function CategoriesPage({ rest: [category, sub] }: { rest: string[] }) {
  const texts = useCategoryTexts();
  return (
    <PageFrame title={texts('title')} intro={texts('intro')}>
      <QueryState query={useCategorySettings()}>
        {({ items }) => (
          <div className={`cat-columns ${category === undefined ? '' : 'cat-chosen'}`}>
            <nav className="cat-tree" aria-label={texts('tree')}>
              {items.map((each) => (
                <CategoryTree key={each.key} category={each} chosen={category === each.key ? (sub ?? '') : undefined} />
              ))}
            </nav>
            <div className="cat-editor">
              <Chosen items={items} category={category} sub={sub} />
            </div>
          </div>
        )}
      </QueryState>
    </PageFrame>
  );
}

function Chosen({
  items,
  category: key,
  sub: subKey,
}: {
  items: CategorySettingsView[];
  category?: string;
  sub?: string;
}) {
  const texts = useCategoryTexts();
  const category = items.find((each) => each.key === key);
  if (category && subKey === undefined) return <CategoryEditor key={category.key} category={category} />;
  if (category && subKey === 'new') return <NewSubCategory key={`${category.key}/new`} category={category} />;
  const sub = category?.subCategories.find((each) => each.key === subKey);
  if (category && sub) return <SubCategoryEditor key={sub.key} sub={sub} />;
  return (
    <div className="placeholder">
      <strong>{texts(key === undefined ? 'choose' : 'gone')}</strong>
      <p>{texts('chooseDetail')}</p>
    </div>
  );
}
