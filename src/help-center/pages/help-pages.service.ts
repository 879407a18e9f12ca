import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import type { ArticleAudience, Locale } from '../../contract/index.js';
import { type Brand, Branding, type Page, siteName, type TemplateValue } from '../../platform/templates/index.js';
import { Categories } from '../../tickets/index.js';
import { articlePath } from '../articles/article.presenter.js';
import { Articles, type PublishedArticle } from '../articles/articles.service.js';
import { isBehind } from '../articles/translation.js';
import { Popular } from '../reading/popular.service.js';
import { Sections } from '../sections/sections.service.js';
import { HelpBrand } from '../settings/help-brand.service.js';
import { type ArticleStanding, articlePage, type Thanks } from './article-page.js';
import { feedPath } from './feeds.service.js';
import {
  CATEGORY_ORDER,
  type CategoryNames,
  categoryNames,
  categoryParts,
  categoryPath,
  commonParts,
  crumbs,
  HELP_SCRIPTS,
  homePath,
  linkParts,
  searchPath,
} from './page-parts.js';
import { pageTexts, SEARCH_HINTS } from './page-texts.js';
import { steps } from './shelf-parts.js';
import { websiteData } from './structured-data.js';

const PER_CATEGORY_ON_HOME = 4;
const POPULAR_ON_PAGES = 6;
const RELATED = 5;

export interface Elsewhere {
  address: string;
  forGood: boolean;
  /** Nobody else may be told. */
  forStaff: boolean;
}

interface FoundPage {
  page: Page;
  /** The id of the article that it shows. */
  read?: string;
}

/** What stands on the pages that one browses. How they are sent, and what a bad address answers, is the controller's. */
@Injectable()
export class HelpPages {
  constructor(
    private readonly articles: Articles,
    private readonly popular: Popular,
    private readonly sections: Sections,
    private readonly categories: Categories,
    private readonly brand: HelpBrand,
    private readonly branding: Branding,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param look another name and heading than those of now */
  async home(locale: Locale, look: { brand: Brand; heading: string } = this.look(locale)): Promise<Page> {
    const [names, tree, first, popular] = await Promise.all([
      this.names(locale),
      this.sections.tree('anyone', locale),
      this.articles.firstOfEach(locale, PER_CATEGORY_ON_HOME, 'anyone'),
      this.popular.first(locale, POPULAR_ON_PAGES),
    ]);
    const texts = pageTexts(locale);
    return {
      template: 'help/home',
      locale,
      feed: feedPath(locale),
      structured: websiteData(this.config.publicUrl, locale, siteName(look.brand, locale)),
      title: texts.homeTitle,
      description: texts.homeDescription,
      paths: { 'zh-CN': homePath('zh-CN'), en: homePath('en') },
      cache: 'shared',
      scripts: HELP_SCRIPTS,
      context: {
        ...this.common(locale),
        heading: look.heading,
        hints: SEARCH_HINTS[locale].map((hint) => ({ text: hint, url: searchPath(locale, hint) })),
        popular: popular.map(linkParts),
        categories: CATEGORY_ORDER.map((category) => ({
          ...categoryParts(locale, category, names),
          sections: steps(
            locale,
            tree.filter((section) => section.category === category),
          ),
          articles: first.filter((article) => article.category === category).map(linkParts),
        })),
      },
    };
  }

  /**
   * @param audience whose eyes it is for
   * @returns the page; or the address to go to, when the article only exists in another language or has moved for good; or
   * nothing
   */
  async article(
    locale: Locale,
    slug: string,
    audience: ArticleAudience,
    thanks?: Thanks,
  ): Promise<FoundPage | Elsewhere | undefined> {
    const languages = await this.articles.find(slug, audience);
    const article = languages.find((one) => one.locale === locale);
    const other = languages.find((one) => one.locale !== locale);
    if (article) {
      const behind = isBehind(article, other);
      const page = await this.articleAs(article, {
        languages: languages.map((one) => one.locale),
        behind,
        audience,
        thanks,
      });
      return { page, read: article.articleId };
    }
    const forStaff = audience === 'staff';
    if (other) return { address: articlePath(other.locale, slug), forGood: false, forStaff };
    const now = await this.articles.whereabouts(slug, audience);
    if (now === 'archived') return { page: { ...this.notFound(locale), status: 410 } };
    return now && { address: articlePath(locale, now.slug), forGood: true, forStaff };
  }

  /** The page of these words, published or not. */
  async articleAs(
    article: PublishedArticle,
    { audience, ...shown }: ArticleStanding & { audience: ArticleAudience },
  ): Promise<Page> {
    const { locale, category, sectionId, visibility, title } = article;
    const [related, names, above] = await Promise.all([
      this.articles.readNext(article, RELATED, audience),
      this.names(locale),
      // What stands beside hidden articles alone has no page.
      sectionId && visibility === 'public' ? this.sections.wayTo(sectionId, locale) : [],
    ]);
    return articlePage(article, {
      ...shown,
      related,
      way: crumbs(locale, title, [
        { name: names(category), url: categoryPath(locale, category) },
        ...steps(locale, above),
      ]),
      common: this.common(locale),
      publicUrl: this.config.publicUrl,
    });
  }

  notFound(locale: Locale): Page {
    const texts = pageTexts(locale);
    return {
      template: 'help/not-found',
      locale,
      title: texts.notFoundTitle,
      description: texts.notFoundHint,
      paths: { 'zh-CN': homePath('zh-CN'), en: homePath('en') },
      cache: 'private',
      status: 404,
      hidden: true,
      scripts: HELP_SCRIPTS,
      context: this.common(locale),
    };
  }

  private look(locale: Locale): { brand: Brand; heading: string } {
    return { brand: this.branding.current, heading: this.brand.heading(locale) };
  }

  private common(locale: Locale): { readonly [key: string]: TemplateValue } {
    return commonParts(locale, this.brand.ways(locale));
  }

  private async names(locale: Locale): Promise<CategoryNames> {
    return categoryNames(await this.categories.all(), locale);
  }
}
