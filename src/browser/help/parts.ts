import type { ArticleHit, ArticleSearchView, TextPart } from '../../contract/index.js';

/** An element with text or others in it: never markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name] as string);
  element.append(...children);
  return element;
}

export const marked = (parts: TextPart[]): (Node | string)[] =>
  parts.map(({ text, hit }) => (hit ? make('mark', {}, text) : text));

/** Where an article is, with the search that led there. */
export const addressOf = ({ url }: ArticleHit, { searchId }: ArticleSearchView): string =>
  searchId ? `${url}?s=${searchId}` : url;
