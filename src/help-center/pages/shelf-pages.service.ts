import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { type ArticleCategory, LOCALES, type Locale } from '../../contract/index.js';
import type { Page } from '../../platform/templates/index.js';
import { Categories } from '../../tickets/index.js';
import { Shelves } from '../articles/shelves.service.js';
import type { ReadableSection } from '../sections/readable-tree.js';
import { Sections } from '../sections/sections.service.js';
import { HelpBrand } from '../settings/help-brand.service.js';
import { categoryFeedPath } from './feeds.service.js';
import {
  categoryNames,
  categoryParts,
  categoryPath,
  commonParts,
  crumbs,
  HELP_SCRIPTS,
  linkParts,
  sectionPath,
} from './page-parts.js';
import { CATEGORY_DESCRIPTIONS } from './page-texts.js';
import { shelfParts, steps, wayTo } from './shelf-parts.js';
import { placeData } from './structured-data.js';

const ON_SHELF = 5;
const LISTED = 100;

/** The pages that show what there is: of a category, and of a section in it. */
@Injectable()
export class ShelfPages {
  constructor(
    private readonly shelves: Shelves,
    private readonly sections: Sections,
    private readonly categories: Categories,
    private readonly brand: HelpBrand,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async category(locale: Locale, category: ArticleCategory): Promise<Page> {
    const [articles, tree, categories] = await Promise.all([
      this.shelves.ofCategory(locale, category, { limit: ON_SHELF, loose: LISTED }, 'anyone'),
      this.sections.tree('anyone', locale),
      this.categories.all(),
    ]);
    const parts = categoryParts(locale, category, categoryNames(categories, locale));
    const way = crumbs(locale, parts.name);
    return {
      ...this.frame(locale),
      title: parts.name,
      description: CATEGORY_DESCRIPTIONS[category][locale],
      paths: { 'zh-CN': categoryPath('zh-CN', category), en: categoryPath('en', category) },
      feed: categoryFeedPath(locale, category),
      structured: placeData(this.config.publicUrl, way, categoryPath(locale, category)),
      context: {
        ...commonParts(locale, this.brand.ways(locale)),
        crumbs: way,
        place: { name: parts.name, description: parts.description },
        shelves: tree
          .filter((section) => section.category === category)
          .map((section) => shelfParts(locale, section, articles, ON_SHELF)),
        articles: articles.filter(({ sectionId }) => sectionId === null).map(linkParts),
      },
    };
  }

  /**
   * @returns the page; the address to go to when the section stands in another category by now; nothing when there is none, or
   * nothing in it for everybody
   */
  async section(
    locale: Locale,
    category: ArticleCategory,
    slug: string,
  ): Promise<{ page: Page } | { address: string } | undefined> {
    const trees = await Promise.all(LOCALES.map((each) => this.sections.tree('anyone', each)));
    const ways = LOCALES.map((each, index) => [each, this.find(trees[index] ?? [], slug)] as const);
    const way = ways.find(([each]) => each === locale)?.[1] ?? [];
    const section = way.at(-1);
    if (!section) return undefined;
    if (section.category !== category) return { address: sectionPath(locale, section.category, slug) };
    const [inIt, inCategory, categories] = await Promise.all([
      this.shelves.ofSection(locale, section.id, LISTED, 'anyone'),
      section.children.length > 0
        ? this.shelves.ofCategory(locale, category, { limit: ON_SHELF, loose: 0 }, 'anyone')
        : [],
      this.categories.all(),
    ]);
    const name = categoryNames(categories, locale)(category);
    const trail = crumbs(locale, section.name, [
      { name, url: categoryPath(locale, category) },
      ...steps(locale, way.slice(0, -1)),
    ]);
    // Where a section is empty in the other language, its category is the next best place.
    const paths = Object.fromEntries(
      ways.map(([each, { length }]) => [
        each,
        length > 0 ? sectionPath(each, category, slug) : categoryPath(each, category),
      ]),
    ) as Record<Locale, string>;
    const page: Page = {
      ...this.frame(locale),
      title: `${section.name} – ${name}`,
      description: section.description ?? CATEGORY_DESCRIPTIONS[category][locale],
      paths,
      languages: ways.filter(([, { length }]) => length > 0).map(([each]) => each),
      structured: placeData(this.config.publicUrl, trail, sectionPath(locale, category, slug)),
      context: {
        ...commonParts(locale, this.brand.ways(locale)),
        crumbs: trail,
        place: { name: section.name, description: section.description ?? null },
        shelves: section.children.map((child) => shelfParts(locale, child, inCategory, ON_SHELF)),
        articles: inIt.map(linkParts),
      },
    };
    return { page };
  }

  private frame(locale: Locale) {
    return { template: 'help/shelves', locale, cache: 'shared', scripts: HELP_SCRIPTS } as const;
  }

  private find(tree: readonly ReadableSection[], slug: string): ReadableSection[] {
    return wayTo(tree, (section) => section.slug === slug);
  }
}
