import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import {
  type ArticleCategory,
  type ArticleSearchView,
  LOCALES,
  type Locale,
  type ReadingPlace,
} from '../../contract/index.js';
import type { Page, TemplateValue } from '../../platform/templates/index.js';
import { Categories } from '../../tickets/index.js';
import { SearchLog } from '../learning/search-log.service.js';
import type { Asker } from '../learning/visitor.js';
import { Popular } from '../reading/popular.service.js';
import { HelpSearch } from '../search/help-search.service.js';
import { QUERY_LENGTH } from '../search/search.controller.js';
import { HelpBrand } from '../settings/help-brand.service.js';
import {
  CATEGORY_ORDER,
  categoryNames,
  commonParts,
  contactPath,
  crumbs,
  HELP_SCRIPTS,
  linkParts,
  type SearchFilter,
  searchPath,
} from './page-parts.js';
import { LANGUAGE_NAMES, pageTexts } from './page-texts.js';

const POPULAR = 6;
const RESULTS = 20;
const SUGGESTIONS = 5;

/** What stands on the pages that answer a question: the search, and the page on which one asks for a person. */
@Injectable()
export class SearchPages {
  constructor(
    private readonly popular: Popular,
    private readonly helpSearch: HelpSearch,
    private readonly log: SearchLog,
    private readonly categories: Categories,
    private readonly brand: HelpBrand,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param asker who asks, when it is a person: then the search is noted */
  async search(
    locale: Locale,
    query: string,
    { filter, asker }: { filter: SearchFilter; asker: Asker | undefined },
  ): Promise<Page> {
    const [categories, found, popular] = await Promise.all([
      this.categories.all(),
      query ? this.ask('page', query, locale, asker, { limit: RESULTS, ...filter }) : undefined,
      this.popular.first(locale, POPULAR),
    ]);
    const texts = pageTexts(locale);
    return {
      template: 'help/search',
      locale,
      title: query ? `${query} – ${texts.searchTitle}` : texts.searchTitle,
      description: texts.homeDescription,
      paths: { 'zh-CN': searchPath('zh-CN', query, filter), en: searchPath('en', query, filter) },
      cache: query ? 'own' : 'shared',
      hidden: true,
      scripts: HELP_SCRIPTS,
      context: {
        ...commonParts(locale, this.brand.ways(locale), query),
        crumbs: crumbs(locale, texts.searchTitle),
        hits: hitParts(found, locale),
        filters: found ? facetParts(found, locale, query, filter, categoryNames(categories, locale)) : [],
        languages: found ? languageParts(found, locale, query, filter) : [],
        popular: popular.map(linkParts),
      },
    };
  }

  /** @param question in the person's words; suggestions for it stand above the ways to a person, never before them */
  async contact(locale: Locale, question: string, { asker }: { asker: Asker | undefined }): Promise<Page> {
    const texts = pageTexts(locale);
    const query = question.slice(0, QUERY_LENGTH);
    const found = query ? await this.ask('contact', query, locale, asker, { limit: SUGGESTIONS }) : undefined;
    const ways = this.brand.ways(locale);
    return {
      template: 'help/contact',
      locale,
      title: texts.contactTitle,
      description: texts.contactLead,
      paths: { 'zh-CN': contactPath('zh-CN', question), en: contactPath('en', question) },
      cache: question ? 'own' : 'shared',
      hidden: question !== '',
      scripts: HELP_SCRIPTS,
      // The widget's panel, which comes from this very server.
      frames: ways.chat ? ["'self'"] : [],
      stylesheets: ['contact.css'],
      context: {
        ...commonParts(locale, ways, question),
        crumbs: crumbs(locale, texts.contactTitle),
        contactPath: contactPath(locale),
        asked: question !== '',
        hits: hitParts(found, locale),
        ways: {
          hours: ways.hours || null,
          note: ways.note || null,
          phone: ways.phone ? { shown: ways.phone, url: `tel:${ways.phone.replace(/[^\d+*#,;]/g, '')}` } : null,
          chat: ways.chat ?? null,
          form: `/cases/new?${new URLSearchParams({ locale, ...(question && { q: question }) })}`,
          elsewhere: this.config.contactUrl ?? null,
          none: !ways.chat && !ways.phone && !this.config.contactUrl,
        },
      },
    };
  }

  private async ask(
    place: ReadingPlace,
    query: string,
    locale: Locale,
    asker: Asker | undefined,
    options: SearchFilter & { limit: number },
  ): Promise<ArticleSearchView> {
    const found = await this.helpSearch.ask(query, { locale, ...options, audience: 'anyone' });
    if (asker === undefined) return found;
    return { ...found, searchId: this.log.note({ place, locale, query, results: found.items.length, ...asker }) };
  }
}

type Parts = { readonly [key: string]: TemplateValue };

function hitParts(found: ArticleSearchView | undefined, locale: Locale): Parts[] {
  return (found?.items ?? []).map((hit) => ({
    url: found?.searchId ? `${hit.url}?s=${found.searchId}` : hit.url,
    language: hit.locale === locale ? null : hit.locale,
    title: hit.titleParts.map(({ text, hit: marked }) => ({ text, marked })),
    snippet: hit.snippetParts.map(({ text, hit: marked }) => ({ text, marked })),
  }));
}

/** The categories in which something was found, and the one that was chosen. */
function facetParts(
  { facets }: Pick<ArticleSearchView, 'facets'>,
  locale: Locale,
  query: string,
  { only, category: chosen }: SearchFilter,
  names: (category: ArticleCategory) => string,
): Parts[] {
  const counted = CATEGORY_ORDER.filter((category) => facets.category[category] > 0 || category === chosen);
  const all = CATEGORY_ORDER.reduce((sum, category) => sum + facets.category[category], 0);
  const link = (name: string, count: number, category?: ArticleCategory) => ({
    name,
    count,
    url: searchPath(locale, query, { only, category }),
    current: category === chosen,
  });
  if (counted.length < 2 && !chosen) return [];
  return [
    link(pageTexts(locale).everything, all),
    ...counted.map((category) => link(names(category), facets.category[category], category)),
  ];
}

/** Only where it makes a difference: some of what was found cannot be read in every language. */
function languageParts(
  { facets }: Pick<ArticleSearchView, 'facets'>,
  locale: Locale,
  query: string,
  { only: chosen, category }: SearchFilter,
): Parts[] {
  const [least, most] = [Math.min(...Object.values(facets.locale)), Math.max(...Object.values(facets.locale))];
  if (least === most && !chosen) return [];
  const link = (name: string, language: string | null, count: number | null, only?: Locale) => ({
    name,
    language,
    count,
    url: searchPath(locale, query, { only, category }),
    current: only === chosen,
  });
  return [
    link(pageTexts(locale).anyLanguage, null, null),
    ...LOCALES.map((only) => link(LANGUAGE_NAMES[only], only, facets.locale[only], only)),
  ];
}
