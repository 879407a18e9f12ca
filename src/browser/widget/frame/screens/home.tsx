import type { SiteView } from '../../../../contract/index.js';
import { Announcement } from '../parts/announcement.js';
import { Articles } from '../parts/articles.js';
import { CaseList } from '../parts/case-list.js';
import { CloseButton } from '../parts/close-button.js';
import { Icon } from '../parts/icon.js';
import { NoticeLine } from '../parts/notice-line.js';
import { Search } from '../parts/search.js';
import { isSlow, useHelp, useLater } from '../parts/use-later.js';
import { useDesk, useTexts } from '../state/context.js';
import type { State } from '../state/store.js';

/** Where one begins: help without asking, one's own cases, and the topics. The way to a person stays in sight. */
export function Home({ state }: { state: State }) {
  const desk = useDesk();
  const text = useTexts();
  const { site, locale, customer } = state;
  const later = useLater(isSlow(state.desk));

  return (
    <main class="home-frame">
      <div class="home">
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
        <Search state={state} />
        <Announcement state={state} />
        {later && state.desk && <later.DeskNote view={state.desk} state={state} />}
        <CaseList state={state} />
        {site ? <Start key="start" state={state} site={site} /> : <div class="section skeleton" />}
      </div>
      <button type="button" class="pill primary" onClick={() => desk.goTo(desk.startTopic())}>
        <Icon name="chat" />
        {text.contact}
      </button>
    </main>
  );
}

/**
 * What is known with the site, all at once: nothing moves that is there already. Articles keep the room of their list while the
 * part that chooses among them is fetched.
 */
function Start({ state, site }: { state: State; site: SiteView }) {
  const desk = useDesk();
  const text = useTexts();
  const help = useHelp(true);
  const { locale } = state;
  const articles = site.popularArticles[locale];
  return (
    <>
      {help ? (
        <help.Popular state={state} />
      ) : (
        articles.length > 0 && (
          <section class="section popular">
            <h2>{text.popular}</h2>
            <div class="tabs" />
            <Articles articles={articles.slice(0, 3)} />
          </section>
        )
      )}
      <section key="topics" class="section">
        <h2>{text.topics}</h2>
        <div class="topics">
          {site.topics.map(({ key, label }) => (
            <button key={key} type="button" class="topic card" onClick={() => desk.goTo(desk.startTopic(key))}>
              <span class="lamp soft">
                <Icon name={key} />
              </span>
              {label[locale]}
            </button>
          ))}
        </div>
      </section>
      {help && <help.FeedbackEntry key="feedback" state={state} />}
      <footer key="foot" class="foot small">
        {text.brand}
      </footer>
    </>
  );
}
