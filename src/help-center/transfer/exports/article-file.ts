import type { ArticleSectionView, Locale } from '../../../contract/index.js';
import { mapAddresses } from '../markdown-folder/addresses.js';
import { joinFrontMatter } from '../markdown-folder/front-matter.js';
import { relativePath } from '../markdown-folder/paths.js';
import type { ExportedArticle } from './exports.sql.js';

export interface ExportBooks {
  /** By id. */
  sections: ReadonlyMap<string, ArticleSectionView>;
  /** Of an article, by its id. */
  slugOf(articleId: string): string | undefined;
  /** Where in the ZIP a picture comes to lie; undefined: there is none such. */
  picture(id: string): string | undefined;
}

const PICTURE = /^\/help\/images\/([0-9a-f-]{36})$/;

/** `earnings/payouts/payout-late/zh-CN.md` */
export function articleFile(
  article: ExportedArticle,
  locale: Locale,
  books: ExportBooks,
): { path: string; content: string } | undefined {
  const { slug, status, content, owner, reviewedAt } = article;
  const words = content.words[locale];
  if (!words) return undefined;
  const sections = sectionsAbove(content.sectionId, books.sections);
  const path = [content.category, ...sections, slug, `${locale}.md`].join('/');
  const fields = {
    title: words.title,
    excerpt: words.excerpt,
    category: content.category,
    section: sections.join('/') || null,
    subCategory: content.subCategory ?? null,
    visibility: content.visibility,
    position: content.position,
    keywords: words.keywords,
    related: content.related.flatMap((id) => books.slugOf(id) ?? []),
    owner,
    status,
    reviewed: reviewedAt?.toISOString().slice(0, 10),
  };
  const body = mapAddresses(words.bodyMarkdown, (address) => {
    const picture = books.picture(PICTURE.exec(address)?.[1] ?? '');
    return picture && relativePath(path, picture);
  });
  return { path, content: joinFrontMatter(fields, body) };
}

/** The slugs from below the category to the one in which it stands. */
function sectionsAbove(id: string | undefined, sections: ReadonlyMap<string, ArticleSectionView>): string[] {
  const above: string[] = [];
  for (
    let at = id && sections.get(id);
    at && above.length < 10;
    at = at.parentId ? sections.get(at.parentId) : undefined
  )
    above.unshift(at.slug);
  return above;
}

/** Of pictures of ours that a text names. */
export const picturesIn = (markdown: string): string[] =>
  [...markdown.matchAll(/\/help\/images\/([0-9a-f-]{36})/g)].map(([, id]) => id as string);
