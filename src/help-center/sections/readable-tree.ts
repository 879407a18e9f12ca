import type { ArticleCategory, Locale, SectionWords } from '../../contract/index.js';

export interface ReadableRow {
  id: string;
  category: ArticleCategory;
  parentId: string | null;
  slug: string;
  names: SectionWords;
  descriptions: SectionWords;
  articles: number;
  [column: string]: unknown;
}

/** A section on the way to something. */
export interface SectionStep {
  category: ArticleCategory;
  slug: string;
  /** In the reader's language, else in the other one. */
  name: string;
}

/** A section as its readers find it. */
export interface ReadableSection extends SectionStep {
  id: string;
  description?: string;
  /** Readable articles that stand in this very section. */
  articles: number;
  /** Those of its sub-sections included; never 0. */
  total: number;
  children: ReadableSection[];
}

/** @returns nothing when it has a name in no language */
export const nameIn = (names: SectionWords, locale: Locale): string | undefined =>
  names[locale] || names[locale === 'en' ? 'zh-CN' : 'en'];

/** The tree of what is not empty: a section that holds only what one may not see must not tell that it is there. */
export function readableTree(rows: readonly ReadableRow[], locale: Locale): ReadableSection[] {
  const below = (parentId: string | null): ReadableSection[] =>
    rows
      .filter((row) => row.parentId === parentId)
      .map(({ id, category, slug, names, descriptions, articles }) => {
        const children = below(id);
        const description = descriptions[locale];
        return {
          id,
          category,
          slug,
          name: nameIn(names, locale) || slug,
          ...(description && { description }),
          articles,
          total: children.reduce((sum, child) => sum + child.total, articles),
          children,
        };
      })
      .filter(({ total }) => total > 0);
  return below(null);
}
