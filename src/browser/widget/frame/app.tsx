import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { accentPalette } from './logic/accent.js';
import { articleSlug } from './logic/article-address.js';
import { Banner } from './parts/banner.js';
import { Reader } from './parts/reader.js';
import { Conversation } from './screens/conversation.js';
import { Home } from './screens/home.js';
import { useDesk, useDeskState } from './state/context.js';
import { useReading } from './state/reading.js';

const DEFAULT_COLOR = '#f3a72e';

export function App() {
  const desk = useDesk();
  const state = useDeskState();
  const opener = useRef<HTMLElement>(null);
  const { locale, route, reading, color = state.site?.color ?? DEFAULT_COLOR } = state;
  const isReading = reading.length > 0;
  useReading(state);

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  useEffect(() => {
    const { style } = document.documentElement;
    for (const [name, value] of Object.entries(accentPalette(color))) style.setProperty(`--${name}`, `rgb(${value})`);
  }, [color]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      if (desk.store.get().reading.length) desk.leaveArticle();
      else desk.host.send({ type: 'close' });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [desk]);

  useEffect(() => {
    /** Links to articles of ours open here, wherever they stand; those within an article scroll. */
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest('a');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const { away, search: searchId, question } = link.dataset;
      const section = link.getAttribute('href')?.split(/^#/)[1];
      const slug = away ? undefined : articleSlug(link.href, location.origin);
      if (section === undefined && !slug) return;
      event.preventDefault();
      if (!slug) document.getElementById(section ?? '')?.scrollIntoView();
      else {
        if (!desk.store.get().reading.length) opener.current = link;
        desk.openArticle({ slug, searchId, question, bot: link.closest('.entry .list, .cited') !== null });
      }
    };
    addEventListener('click', onClick);
    return () => removeEventListener('click', onClick);
  }, [desk]);

  useLayoutEffect(() => {
    if (!isReading) opener.current?.focus({ preventScroll: true });
  }, [isReading]);

  return (
    <div class="panel">
      <div class="screen" inert={isReading}>
        {route.screen === 'home' ? (
          <Home state={state} />
        ) : (
          <Conversation key={route.visit} id={route.id} state={state} />
        )}
      </div>
      {isReading && <Reader state={state} />}
      <Banner state={state} />
    </div>
  );
}
