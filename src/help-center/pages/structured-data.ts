import type { Locale } from '../../contract/index.js';
import { articlePath } from '../articles/article.presenter.js';
import type { PublishedArticle } from '../articles/articles.service.js';
import { homePath } from './page-parts.js';

type Data = { readonly [key: string]: unknown };

/** The help centre and its search: https://schema.org/WebSite */
export function websiteData(publicUrl: string, locale: Locale, name: string): Data {
  const home = `${publicUrl}${homePath(locale)}`;
  return {
    '@type': 'WebSite',
    name,
    url: home,
    inLanguage: locale,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${home}/search?q={query}`,
      'query-input': 'required name=query',
    },
  };
}

/** A way as `crumbs` makes it. */
interface Way {
  trail: readonly { name: string; url: string }[];
  here: string;
}

/** The way to a page: https://schema.org/BreadcrumbList */
function breadcrumbs(publicUrl: string, { trail, here }: Way, path: string): Data {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [...trail, { name: here, url: path }].map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: `${publicUrl}${url}`,
    })),
  };
}

/** A category or a section. */
export const placeData = (publicUrl: string, way: Way, path: string): Data => breadcrumbs(publicUrl, way, path);

/** An article and the way to it: https://schema.org/TechArticle */
export function articleData(publicUrl: string, article: PublishedArticle, way: Way): Data {
  const { locale, slug, title, excerpt, updatedAt } = article;
  const path = articlePath(locale, slug);
  return {
    '@graph': [
      {
        '@type': 'TechArticle',
        headline: title,
        description: excerpt,
        inLanguage: locale,
        dateModified: updatedAt.toISOString(),
        url: `${publicUrl}${path}`,
      },
      breadcrumbs(publicUrl, way, path),
    ],
  };
}
