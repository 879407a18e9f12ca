import { type ArticleImportMessage, type ArticleVisibility, type Locale } from '../../../contract/index.js';
import { htmlToMarkdown } from '../html/html-to-markdown.js';
import type {
  ImportBooks,
  ImportSource,
  RefusedArticle,
  SourceArticle,
  SourceSection,
  SourceWords,
} from '../imports/source.js';
import { localeNamed } from '../markdown-folder/paths.js';
import type { Package } from '../package/package.js';
import type { ZendeskBooks } from './zendesk.books.js';
import type { ZendeskArticle, ZendeskTranslation } from './zendesk.schema.js';

/** What Zendesk Guide's API says of a help centre: articles with their translations, sections and categories. */
export function readZendesk(books: ZendeskBooks, files: Package, language: Locale): ImportSource {
  const pictures = picturesBy(files.paths);
  return {
    format: 'zendesk',
    slugsAreNames: false,
    files,
    places: [...books.categories.values()].map(({ id, name }) => ({ key: id, name: name || id })),
    *articles() {
      for (const { path, code } of files.refused) yield { place: path, refused: { code } };
      yield* books.refused;
      for (const article of books.articles) yield readArticle(article, books, pictures, language);
    },
  };
}

function readArticle(
  article: ZendeskArticle,
  all: ZendeskBooks,
  pictures: Map<string, string>,
  language: Locale,
): SourceArticle | RefusedArticle {
  const messages: ArticleImportMessage[] = [];
  const place = `#${article.id}`;
  const texts = new Map<Locale, ZendeskTranslation>();
  for (const translation of textsOf(article, all, language)) {
    const locale = localeNamed(translation.locale);
    if (!locale) messages.push({ code: 'language_left_out', detail: translation.locale });
    // `en-us` and `en-gb` are one language here: the article's own comes first.
    else if (texts.has(locale)) messages.push({ code: 'language_left_out', detail: translation.locale });
    else texts.set(locale, translation);
  }
  if (texts.size === 0) return { place, refused: messages[0] ?? { code: 'body_missing' } };
  const { sections, category, isCycle } = placeOf(article, all);
  if (isCycle) messages.push({ code: 'section_cycle' });
  const slug = /\/articles\/\d+-([^/?#]+)/.exec(article.html_url ?? '')?.[1];
  return {
    place,
    externalId: article.id,
    ...(slug && /^[\w-]+$/.test(slug) && { slug: slug.toLowerCase().replace(/_/g, '-') }),
    title: [...texts.values()][0]?.title ?? '',
    ...(category && { category: { theirs: category } }),
    sections,
    visibility: readersOf(article, all, messages),
    isDraft: [...texts.values()].every(({ draft }) => draft === true),
    messages,
    words: (books) =>
      Object.fromEntries(
        [...texts].map(([locale, text]) => [locale, wordsOf(text, article, withPictures(books, pictures))]),
      ),
  };
}

/** The article's own language first, then its translations. */
function textsOf(article: ZendeskArticle, all: ZendeskBooks, language: Locale): ZendeskTranslation[] {
  const translations = [...(article.translations ?? []), ...(all.translations.get(article.id) ?? [])].filter(
    ({ hidden }) => hidden !== true,
  );
  const own = article.source_locale ?? article.locale ?? language;
  const said = translations.find(({ locale }) => locale.toLowerCase() === own.toLowerCase());
  const rest = translations.filter((translation) => translation !== said);
  const first = said ?? {
    locale: article.locale ?? own,
    title: article.title ?? article.name,
    body: article.body,
    draft: article.draft,
  };
  return first.body || first.title ? [first, ...rest] : rest;
}

function wordsOf(text: ZendeskTranslation, article: ZendeskArticle, books: ImportBooks): SourceWords {
  return {
    title: text.title?.trim() ?? '',
    bodyMarkdown: htmlToMarkdown(text.body ?? '', books),
    ...(article.label_names && { keywords: article.label_names }),
  };
}

/** From its section upwards. A section that contains itself is left out with all above it. */
function placeOf(
  article: ZendeskArticle,
  all: ZendeskBooks,
): { sections: SourceSection[]; category?: string; isCycle: boolean } {
  const sections: SourceSection[] = [];
  const seen = new Set<string>();
  let category: string | undefined;
  for (let id = article.section_id ?? undefined; id; ) {
    if (seen.has(id)) return { sections: [], category, isCycle: true };
    seen.add(id);
    const section = all.sections.get(id);
    if (!section) break;
    const name = section.name || id;
    const locale = section.locale ? localeNamed(section.locale) : undefined;
    sections.unshift({
      key: id,
      names: locale ? { [locale]: name } : { 'zh-CN': name, en: name },
      ...(section.description && locale && { descriptions: { [locale]: section.description } }),
    });
    category ??= section.category_id ?? undefined;
    id = section.parent_section_id ?? undefined;
  }
  return { sections, ...(category && { category }), isCycle: false };
}

/** No segment: everybody. One of which nothing is known may be a secret. */
function readersOf(article: ZendeskArticle, all: ZendeskBooks, messages: ArticleImportMessage[]): ArticleVisibility {
  if (!article.user_segment_id) return 'public';
  const segment = all.segments.get(article.user_segment_id);
  if (segment?.user_type === 'signed_in_users' && segment.built_in !== false) return 'customers';
  if (segment?.user_type !== 'staff') messages.push({ code: 'visibility_unknown', detail: article.user_segment_id });
  return 'staff';
}

/** Pictures lie beside the JSON under any name that ends as their address does: `…/article_attachments/123/a.png`. */
function picturesBy(paths: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of paths) {
    const parts = path.split('/');
    for (let from = 0; from < parts.length; from += 1) {
      const ending = parts.slice(from).join('/');
      if (!found.has(ending)) found.set(ending, path);
    }
    const id = /(?:^|\/)(\d{5,})(?:[._-][^/]*)?$/.exec(path)?.[1];
    if (id && !found.has(id)) found.set(id, path);
  }
  return found;
}

function withPictures(books: ImportBooks, pictures: Map<string, string>): ImportBooks {
  return {
    ...books,
    picture: (src) => {
      const path = decoded(src.replace(/^[a-z]+:\/\/[^/]+\//i, '').replace(/^\/+|[?#].*$/g, ''));
      const id = /article_attachments\/(\d+)/.exec(path)?.[1];
      const parts = path.split('/');
      const endings = parts.map((_, from) => parts.slice(from).join('/'));
      const known = [...endings, ...(id ? [id] : [])].map((ending) => pictures.get(ending)).find(Boolean);
      return known === undefined ? undefined : books.picture(known);
    },
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}
