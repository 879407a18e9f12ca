import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import type { Locale } from '../../../../contract/index.js';
import { type FlatArticle, unflatten } from './flat.js';
import { articles } from './queries.js';
import { useArticleTexts } from './texts.js';

const PAUSE = 350;

/**
 * The very page that readers will get, made by the server. It stands in a frame that may run nothing and leads nowhere; while one
 * types, its content is exchanged in place, so that it stays where it was scrolled to.
 */
export function Preview({ draft, locale }: { draft: FlatArticle; locale: Locale }) {
  const texts = useArticleTexts();
  const [shown, setShown] = useState(draft);
  const [page, setPage] = useState<{ html: string; locale: Locale }>();
  const frame = useRef<HTMLIFrameElement>(null);
  const content = useDeferredValue(shown);
  const { data, isError } = useQuery({
    queryKey: ['article-preview', locale, content],
    queryFn: async ({ signal }) => {
      const { html } = await articles.preview(unflatten(content), locale, signal);
      return { html: withoutFrames(html), locale };
    },
    placeholderData: (before) => before,
    gcTime: 0,
    retry: 1,
  });
  useEffect(() => {
    const timer = setTimeout(() => setShown(draft), PAUSE);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    if (!data) return;
    const main = frame.current?.contentDocument?.querySelector('main');
    const next = new DOMParser().parseFromString(data.html, 'text/html').querySelector('main');
    if (main && next && page?.locale === data.locale) main.replaceWith(main.ownerDocument.importNode(next, true));
    else setPage(data);
  }, [data, page]);
  return (
    <div className="article-preview">
      {isError && <p role="alert">{texts('previewFailed')}</p>}
      <iframe
        ref={frame}
        title={texts('previewTitle')}
        // Without scripts; the same origin only so that this page can exchange the content.
        sandbox="allow-same-origin"
        srcDoc={page?.html ?? ''}
        onLoad={(event) => {
          const inside = event.currentTarget.contentDocument;
          for (const name of ['click', 'submit'])
            inside?.addEventListener(name, (stray) => stray.preventDefault(), true);
        }}
      />
    </div>
  );
}

/** No player stands in a preview: where nothing runs, a browser would fetch it at once, and the console lets no foreign frame in. */
function withoutFrames(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const frame of page.querySelectorAll('iframe')) frame.remove();
  return `<!doctype html>${page.documentElement.outerHTML}`;
}
