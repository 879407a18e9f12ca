import { useEffect, useState } from 'preact/hooks';
import { useTexts } from '../state/context.js';
import type { State } from '../state/store.js';
import { Articles } from './articles.js';
import { Reach } from './reach.js';

/** A blink of the network is not worth a word. */
const SILENCE_MS = 2_500;

/** Said when the server cannot be reached: what happens to the messages, and where help is meanwhile. */
export function Banner({ state }: { state: State }) {
  const text = useTexts();
  const { connection, site, locale, route } = state;
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (connection === 'online') {
      setLong(false);
      return;
    }
    const timer = setTimeout(() => setLong(true), SILENCE_MS);
    return () => clearTimeout(timer);
  }, [connection]);
  if (!isLong || connection === 'online') return null;
  return (
    <div class="banner" role="status">
      <p class="row">
        <span class="dot" aria-hidden="true" />
        {text.offline}
      </p>
      {site && route.screen === 'conversation' && (
        <details>
          <summary>{text.offlineHelp}</summary>
          <Reach site={site} locale={locale} />
          <Articles articles={site.popularArticles[locale].slice(0, 3)} />
        </details>
      )}
      {site && route.screen === 'home' && <Reach site={site} locale={locale} />}
    </div>
  );
}
