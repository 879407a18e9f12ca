import { Alert } from 'antd';
import type { CategorySettingsView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { adminAddress } from '../../routing/place.js';
import { Link } from '../../shared/link.js';
import { MoveButtons } from '../move-buttons.js';
import { useReorder } from './queries.js';
import { moved } from './sub-category-draft.js';
import { useCategoryTexts } from './texts.js';

/** One category with its sub-categories in their order. @param chosen what of it is open; empty: the category itself */
export function CategoryTree({ category, chosen }: { category: CategorySettingsView; chosen: string | undefined }) {
  const { t, pick } = useLanguage();
  const texts = useCategoryTexts();
  const reordering = useReorder(category.key);
  const live = category.subCategories.filter(({ archived }) => !archived);
  const move = (place: number, by: -1 | 1) =>
    reordering.mutate({ version: category.version, subCategories: moved(live, place, by).map(({ key }) => key) });
  const address = (...rest: string[]) => adminAddress('categories', category.key, ...rest);
  return (
    <section className="sheet cat-category">
      <h3>
        <Link to={address()} aria-current={chosen === '' ? 'page' : undefined}>
          {pick(category.name)}
        </Link>
      </h3>
      {reordering.error && (
        <Alert type="error" role="alert" title={problemText(t, reordering.error).title} banner closable />
      )}
      <ul>
        {category.subCategories.map((sub, place) => (
          <li key={sub.key} className={sub.archived ? 'cat-archived' : undefined}>
            <Link to={address(sub.key)} aria-current={chosen === sub.key ? 'page' : undefined}>
              <span className="ellipsis">{pick(sub.name)}</span>
              {sub.archived && <span className="badge">{texts('archived')}</span>}
              {sub.openTickets > 0 && (
                <span className="badge tabular" title={texts('open', { count: sub.openTickets })}>
                  {sub.openTickets}
                </span>
              )}
            </Link>
            {!sub.archived && (
              <MoveButtons
                name={pick(sub.name)}
                isFirst={place === 0}
                isLast={place === live.length - 1}
                disabled={reordering.isPending}
                onMove={(by) => move(place, by)}
              />
            )}
          </li>
        ))}
      </ul>
      <Link className="cat-add" to={address('new')} aria-current={chosen === 'new' ? 'page' : undefined}>
        + {texts('add')}
      </Link>
    </section>
  );
}
