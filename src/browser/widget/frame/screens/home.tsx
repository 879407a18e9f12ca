import { Articles } from '../parts/articles.js';
import { CaseList } from '../parts/case-list.js';
import { CloseButton } from '../parts/close-button.js';
import { Icon } from '../parts/icon.js';
import { NoticeLine } from '../parts/notice-line.js';
import { Search } from '../parts/search.js';
import { useDesk, useTexts } from '../state/context.js';
import type { State } from '../state/store.js';

/** Where one begins: the topics, one's own cases, and help without asking. */
export function Home({ state }: { state: State }) {
  const desk = useDesk();
  const text = useTexts();
  const { site, locale, customer } = state;
  const articles = site?.popularArticles[locale] ?? [];

  function ask(question: string): void {
    const id = desk.startTopic();
    desk.keepDraft(id, question);
    desk.goTo(id);
  }

  return (
    <main class="home">
      {state.notice && <NoticeLine notice={state.notice} />}
      <header class="hero">
        <div class="hero-bar row">
          <span class="lamp">
            <Icon name="lantern" />
          </span>
          <span class="brand">{site?.name ?? text.support}</span>
          <CloseButton />
        </div>
        {customer?.name && <p class="hello">{text.hello(customer.name)}</p>}
        <h1>{site ? site.greeting[locale] : <span class="skeleton" />}</h1>
      </header>
      <Search onAsk={ask} />
      <CaseList state={state} />
      <section class="section">
        <h2>{text.topics}</h2>
        <div class="topics">
          {site?.topics.map(({ key, label }) => (
            <button key={key} type="button" class="topic card" onClick={() => desk.goTo(desk.startTopic(key))}>
              <span class="lamp soft">
                <Icon name={key} />
              </span>
              {label[locale]}
            </button>
          ))}
          {!site && [1, 2, 3, 4].map((each) => <div key={each} class="topic card skeleton" />)}
        </div>
        <button type="button" class="pill outline" onClick={() => desk.goTo(desk.startTopic())}>
          <Icon name="chat" />
          {text.otherTopic}
        </button>
      </section>
      {articles.length > 0 && (
        <section class="section">
          <h2>{text.popular}</h2>
          <Articles articles={articles} />
        </section>
      )}
      <footer class="foot small">{text.brand}</footer>
    </main>
  );
}
