import { CORE_SCHEMA, dump, load } from 'js-yaml';
import { z } from 'zod';
import {
  ARTICLE_CATEGORIES,
  type ArticleCategory,
  type ArticleSectionView,
  SECTION_LIMITS,
  type SectionWords,
} from '../../../contract/index.js';
import { text } from '../../../platform/http/index.js';
import { slugSchema } from '../../articles/slug.js';
import { ArticleImportRefused } from '../package/article-import-refused.js';

export const SECTION_FILE = 'sections.yaml';

/** What a folder says of a section: what it is called cannot stand in the name of a folder. */
export interface ListedSection {
  slug: string;
  category: ArticleCategory;
  parent?: string;
  names: SectionWords;
  descriptions: SectionWords;
}

const words = (maximum: number) =>
  z.strictObject({ 'zh-CN': text(maximum).optional(), en: text(maximum).optional() }).default({});

const listSchema = z
  .array(
    z.strictObject({
      slug: slugSchema,
      category: z.enum(ARTICLE_CATEGORIES),
      parent: slugSchema.optional(),
      names: words(SECTION_LIMITS.name),
      descriptions: words(SECTION_LIMITS.description),
    }),
  )
  .max(SECTION_LIMITS.count * 4);

/** @throws ArticleImportRefused */
export function readSectionList(source: string): Map<string, ListedSection> {
  let data: unknown;
  try {
    data = load(source, { schema: CORE_SCHEMA, maxAliases: 0, maxDepth: 6 });
  } catch (cause) {
    throw new ArticleImportRefused('front_matter_broken', SECTION_FILE, { cause });
  }
  const parsed = listSchema.safeParse(data);
  if (!parsed.success)
    throw new ArticleImportRefused('field_wrong', `${SECTION_FILE}: ${parsed.error.issues[0]?.path.join('.')}`);
  return new Map(parsed.data.map((section) => [section.slug, section]));
}

/** Those above come before those below. */
export function writeSectionList(sections: readonly ArticleSectionView[]): string {
  const slugs = new Map(sections.map(({ id, slug }) => [id, slug]));
  const listed = sections.map(({ slug, category, parentId, names, descriptions }) => ({
    slug,
    category,
    ...(parentId && { parent: slugs.get(parentId) }),
    names,
    descriptions,
  }));
  return dump(listed, { schema: CORE_SCHEMA, lineWidth: -1 });
}
