import type { ArticleVisibility, Locale, TicketView } from '../../../../contract/index.js';

/** Which article, and in which language. */
export interface ArticlePlace {
  slug: string;
  locale: Locale;
}

const ADDRESS = /^\/help\/(zh-CN|en)\/articles\/([a-z0-9-]+)\/?$/;

/** Where a link leads, when it leads to an article of ours. */
export function placeOf(link: string): ArticlePlace | undefined {
  const url = URL.canParse(link, location.origin) ? new URL(link, location.origin) : undefined;
  const [, locale, slug] = (url?.origin === location.origin && ADDRESS.exec(url.pathname)) || [];
  return slug ? { slug, locale: locale as Locale } : undefined;
}

export const addressOf = ({ slug, locale }: ArticlePlace): string => `/help/${locale}/articles/${slug}`;

/** Whether this customer finds something at the article's address. */
export const canBeSent = (visibility: ArticleVisibility, { customer }: TicketView): boolean =>
  visibility === 'public' || (visibility === 'customers' && customer.identified);
