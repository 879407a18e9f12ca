import { useEffect, useRef } from 'react';
import type { Locale } from '../../../../contract/index.js';
import { type ArticlePlace, placeOf } from './article-place.js';

interface Props {
  /** Made by the server's Markdown, which lets no HTML through. */
  html: string;
  locale: Locale;
  onOpen: (place: ArticlePlace) => void;
}

/** The body of an article. Its links to others open where it stands, foreign ones in a new window. */
export function ArticleProse({ html, locale, onOpen }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const open = useRef(onOpen);
  open.current = onOpen;

  useEffect(() => {
    const node = body.current;
    if (!node) return;
    node.innerHTML = html;
    const anchors = [...node.querySelectorAll('a')];
    const isInside = (link: HTMLAnchorElement) => link.getAttribute('href')?.startsWith('#') || placeOf(link.href);
    for (const link of anchors.filter((each) => !isInside(each))) {
      link.target = '_blank';
      link.rel = 'noopener';
    }
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest('a');
      if (!link || !isInside(link) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const place = placeOf(link.href);
      const section = link.getAttribute('href')?.split(/^#/)[1];
      if (section) node.querySelector(`[id="${CSS.escape(section)}"]`)?.scrollIntoView();
      else if (place) open.current(place);
    };
    node.addEventListener('click', onClick);
    return () => node.removeEventListener('click', onClick);
  }, [html]);

  return <div ref={body} className="article-prose" lang={locale} />;
}
