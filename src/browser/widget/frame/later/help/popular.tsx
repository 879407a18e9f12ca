import { useState } from 'preact/hooks';
import type { ArticleLink, PopularArticlesView } from '../../../../../contract/index.js';
import { Articles } from '../../parts/articles.js';
import type { State } from '../../state/store.js';
import { useHelpTexts } from './texts.js';
import { useAnswer } from './use-answer.js';

/** Standing before the topics they must not push them far away. */
const SHOWN = 3;

interface Tab {
  key: string;
  label: string;
  items: ArticleLink[];
}

/** What others read: on this page of the host, of all, and by category. */
export function Popular({ state }: { state: State }) {
  const text = useHelpTexts();
  const { locale, site, page } = state;
  const [chosen, setChosen] = useState<string>();
  const asked = { locale, ...(page && { page }) };
  const { answer } = useAnswer<PopularArticlesView>(state, '/widget/popular-articles', asked);
  const name = (category: string) => site?.topics.find(({ key }) => key === category)?.label[locale] ?? text.service;
  const tabs: Tab[] = [
    { key: 'here', label: text.here, items: answer?.here ?? [] },
    { key: 'all', label: text.all, items: answer?.all ?? site?.popularArticles[locale] ?? [] },
    ...(answer?.byCategory ?? []).map(({ category, items }) => ({ key: category, label: name(category), items })),
  ].filter(({ items }) => items.length > 0);
  const shown = tabs.find(({ key }) => key === chosen) ?? tabs[0];
  if (!shown) return null;
  return (
    <section class="section popular">
      <h2 id="popular">{text.popular}</h2>
      <div class="tabs" role="radiogroup" aria-labelledby="popular">
        {tabs.map(({ key, label }) => (
          <label key={key} class={`chip ${key === shown.key ? 'on' : ''}`}>
            <input
              class="hidden"
              type="radio"
              name="popular"
              checked={key === shown.key}
              onChange={() => setChosen(key)}
            />
            {label}
          </label>
        ))}
      </div>
      <Articles articles={shown.items.slice(0, SHOWN)} />
    </section>
  );
}
