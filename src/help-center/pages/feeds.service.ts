import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { type ArticleCategory, LOCALES, type Locale } from '../../contract/index.js';
import { Branding, siteName, Templates } from '../../platform/templates/index.js';
import { Categories } from '../../tickets/index.js';
import { articlePath } from '../articles/article.presenter.js';
import { Articles } from '../articles/articles.service.js';
import type { ReadableSection } from '../sections/readable-tree.js';
import { Sections } from '../sections/sections.service.js';
import { CATEGORY_ORDER, categoryNames, categoryPath, homePath } from './page-parts.js';
import { CATEGORY_DESCRIPTIONS, pageTexts } from './page-texts.js';

/** What one file may hold: https://www.sitemaps.org/protocol.html */
const ADDRESSES_IN_SITEMAP = 50_000;
const ENTRIES_IN_FEED = 30;

/** What programs read of the help centre: search engines, and readers of feeds. */
@Injectable()
export class HelpFeeds {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly articles: Articles,
    private readonly sections: Sections,
    private readonly categories: Categories,
    private readonly branding: Branding,
    private readonly templates: Templates,
  ) {}

  /** Help pages are for everybody; cases, the console and what is only an address for programs are nobody's find. */
  robots(): string {
    return `User-agent: *\nAllow: /help\nDisallow: /\n\nSitemap: ${this.absolute('/sitemap.xml')}\n`;
  }

  /** Every public page, with its other languages. */
  async sitemap(): Promise<string> {
    const [articles, ...trees] = await Promise.all([
      this.articles.addresses(ADDRESSES_IN_SITEMAP),
      ...LOCALES.map((locale) => this.sections.tree('anyone', locale)),
    ]);
    const languages = new Map<string, Locale[]>();
    LOCALES.forEach((locale, index) => {
      for (const section of flat(trees[index] ?? [])) {
        const key = `${section.category}/${section.slug}`;
        languages.set(key, [...(languages.get(key) ?? []), locale]);
      }
    });
    const pages = [homePath, ...CATEGORY_ORDER.map((category) => (locale: Locale) => categoryPath(locale, category))];
    return this.templates.render('help/sitemap.xml', {
      addresses: [
        ...pages.flatMap((path) => LOCALES.map((locale) => this.address(locale, LOCALES, path, null))),
        ...[...languages].flatMap(([place, locales]) =>
          locales.map((locale) =>
            this.address(locale, locales, (language) => `${homePath(language)}/categories/${place}`, null),
          ),
        ),
        ...articles.map(({ slug, locale, languages, updatedAt }) =>
          this.address(locale, languages, (language) => articlePath(language, slug), updatedAt.toISOString()),
        ),
      ].slice(0, ADDRESSES_IN_SITEMAP),
    });
  }

  /** An Atom feed (RFC 4287) of what was published last, everywhere or in one category. */
  async feed(locale: Locale, category?: ArticleCategory): Promise<string> {
    const [articles, categories] = await Promise.all([
      this.articles.newest(locale, ENTRIES_IN_FEED, category),
      this.categories.all(),
    ]);
    const name = siteName(this.branding.current, locale);
    return this.templates.render('help/feed.xml', {
      locale,
      title: category ? `${categoryNames(categories, locale)(category)} · ${name}` : name,
      subtitle: category ? CATEGORY_DESCRIPTIONS[category][locale] : pageTexts(locale).homeDescription,
      home: this.absolute(category ? categoryPath(locale, category) : homePath(locale)),
      self: this.absolute(category ? categoryFeedPath(locale, category) : feedPath(locale)),
      updatedAt: (articles[0]?.updatedAt ?? new Date(0)).toISOString(),
      entries: articles.map(({ articleId, slug, title, excerpt, updatedAt }) => ({
        id: `urn:uuid:${articleId}`,
        url: this.absolute(articlePath(locale, slug)),
        title,
        excerpt,
        updatedAt: updatedAt.toISOString(),
      })),
    });
  }

  private address(
    locale: Locale,
    languages: readonly Locale[],
    path: (locale: Locale) => string,
    updatedAt: string | null,
  ) {
    return {
      url: this.absolute(path(locale)),
      updatedAt,
      alternates: languages.map((language) => ({ language, url: this.absolute(path(language)) })),
    };
  }

  private absolute(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }
}

export const feedPath = (locale: Locale): string => `${homePath(locale)}/feed.xml`;
export const categoryFeedPath = (locale: Locale, category: ArticleCategory): string =>
  `${categoryPath(locale, category)}/feed.xml`;

const flat = (sections: readonly ReadableSection[]): ReadableSection[] =>
  sections.flatMap((section) => [section, ...flat(section.children)]);
