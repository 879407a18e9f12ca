import {
  ARTICLE_CATEGORIES,
  type ArticleCategory,
  type ArticleImportMessage,
  type Locale,
} from '../../../contract/index.js';
import { decodeText } from '../../../platform/text-encoding/index.js';
import { slugSchema } from '../../articles/slug.js';
import type {
  ImportBooks,
  ImportSource,
  RefusedArticle,
  SourceArticle,
  SourceSection,
  SourceWords,
} from '../imports/source.js';
import { ArticleImportRefused } from '../package/article-import-refused.js';
import type { Package } from '../package/package.js';
import { mapAddresses } from './addresses.js';
import { type ArticleFields, readFields } from './article-fields.js';
import { splitFrontMatter } from './front-matter.js';
import { isLanguage, localeNamed, resolvePath } from './paths.js';
import { type ListedSection, readSectionList, SECTION_FILE } from './section-list.js';

/** A file of one article in one language. */
interface TextFile {
  path: string;
  /** Undefined: its front matter, or the import's options, say it. */
  locale: Locale | 'other' | undefined;
}

/** The files of one article. */
interface ArticleFiles {
  /** As the folder has it. */
  name: string;
  /** Names of the folders above it. */
  above: string[];
  files: TextFile[];
}

/**
 * A folder of Markdown: `<category>/<section…>/<slug>/<locale>.md` as our export writes it, or any folder of `.md` files, whose
 * folders are then its categories and sections.
 * @param language of texts that name none
 * @throws ArticleImportRefused when the list of sections is broken
 */
export function readFolder(files: Package, language: Locale): ImportSource {
  const root = commonRoot(files.paths);
  const found = articleFiles(files.paths, root);
  const names = new Map(found.flatMap(({ name, files: texts }) => texts.map(({ path }) => [path, name] as const)));
  const listed = files.paths.includes(root + SECTION_FILE)
    ? readSectionList(textOf(files, root + SECTION_FILE))
    : new Map<string, ListedSection>();
  return {
    format: 'markdown',
    slugsAreNames: true,
    files,
    places: [],
    *articles() {
      for (const refused of files.refused) yield { place: refused.path, refused: { code: refused.code } };
      for (const article of found) yield readArticle(files, article, { language, listed, names });
    },
  };
}

interface Shelf {
  language: Locale;
  listed: Map<string, ListedSection>;
  /** Of articles, by the path of each of their files. */
  names: Map<string, string>;
}

function readArticle(files: Package, article: ArticleFiles, shelf: Shelf): SourceArticle | RefusedArticle {
  const place = article.files.map(({ path }) => path).join(' · ');
  const messages: ArticleImportMessage[] = [];
  try {
    const texts = article.files.flatMap(({ path, locale: named }) => {
      if (named === 'other') {
        messages.push({ code: 'language_left_out', detail: path });
        return [];
      }
      const { data = {}, body } = splitFrontMatter(textOf(files, path));
      const fields = readFields(data);
      const locale = named ?? (fields.locale === undefined ? shelf.language : localeNamed(fields.locale));
      if (!locale) messages.push({ code: 'language_left_out', detail: `${path}: ${fields.locale}` });
      return locale ? [{ path, locale, fields, body }] : [];
    });
    if (texts.length === 0) return { place, refused: messages[0] ?? { code: 'body_missing' } };
    const fields = texts.reduce<ArticleFields>((all, text) => ({ ...text.fields, ...defined(all) }), {});
    const slug = fields.slug ?? article.name;
    return {
      place,
      externalId: slug,
      slug,
      title: fields.title ?? headingOf(texts[0]?.body ?? '')?.title ?? '',
      ...placeOf(fields, article.above, shelf.listed),
      ...(fields.subCategory !== undefined && { subCategory: fields.subCategory }),
      ...(fields.visibility && { visibility: fields.visibility }),
      ...(fields.position !== undefined && { position: fields.position }),
      ...(fields.related && { related: fields.related.filter(Boolean) }),
      ...(fields.owner !== undefined && { owner: fields.owner }),
      isDraft: fields.status === 'draft',
      messages,
      words: (books) =>
        Object.fromEntries(
          texts.map((text) => [text.locale, wordsOf(text.path, text.fields, text.body, shelf.names, books)]),
        ),
    };
  } catch (error) {
    if (error instanceof ArticleImportRefused) return { place, refused: { code: error.code, detail: error.detail } };
    throw error;
  }
}

function placeOf(
  fields: ArticleFields,
  above: readonly string[],
  listed: Map<string, ListedSection>,
): Pick<SourceArticle, 'category' | 'sections'> {
  const [top, ...below] = above;
  const said = fields.category ?? top;
  const category = said === undefined ? undefined : isCategory(said) ? { ours: said } : { theirs: said };
  const slugs =
    fields.section === undefined
      ? fields.category
        ? undefined
        : below
      : (fields.section?.split('/').filter(Boolean) ?? []);
  return {
    ...(category && { category }),
    ...(slugs && { sections: slugs.map((slug) => sectionOf(slug, listed)) }),
  };
}

function sectionOf(name: string, listed: Map<string, ListedSection>): SourceSection {
  const known = listed.get(name);
  const isSlug = slugSchema.safeParse(name).success;
  return {
    key: name,
    ...(isSlug && { slug: name }),
    names: known && Object.keys(known.names).length > 0 ? known.names : { 'zh-CN': name, en: name },
    ...(known && { descriptions: known.descriptions }),
  };
}

function wordsOf(
  path: string,
  fields: ArticleFields,
  body: string,
  names: Map<string, string>,
  books: ImportBooks,
): SourceWords {
  const heading = fields.title === undefined ? headingOf(body) : undefined;
  const excerpt = fields.excerpt ?? fields.description;
  return {
    title: fields.title ?? heading?.title ?? '',
    ...(excerpt !== undefined && { excerpt }),
    bodyMarkdown: mapAddresses(heading?.rest ?? body, (address, isPicture) => {
      const target = resolvePath(path, address);
      if (target === undefined) {
        if (isPicture && /^https?:/i.test(address)) books.say({ code: 'image_remote', detail: address });
        return undefined;
      }
      if (isPicture) {
        const picture = books.picture(target);
        if (picture === undefined) books.say({ code: 'image_missing', detail: target });
        return picture || undefined;
      }
      const name = names.get(target);
      const slug = name && books.slugOf(name);
      return slug && slug + (/#.*$/.exec(address)?.[0] ?? '');
    }),
    ...(fields.keywords && { keywords: fields.keywords.filter(Boolean) }),
  };
}

/** A title that stands above the text as its first heading. */
function headingOf(body: string): { title: string; rest: string } | undefined {
  const [whole, line = ''] = /^\s*# ([^\n]*)(?:\n|$)/.exec(body) ?? [];
  const title = withoutClosing(line.trim());
  return whole === undefined || title === '' ? undefined : { title, rest: body.slice(whole.length).trim() };
}

/** A heading may end with as many `#` as it likes, after a space. */
function withoutClosing(heading: string): string {
  let end = heading.length;
  while (heading[end - 1] === '#') end -= 1;
  return heading[end - 1] === ' ' ? heading.slice(0, end).trimEnd() : heading;
}

/** Groups `a/en.md` with `a/zh-CN.md`, and `b.en.md` with `b.zh-CN.md`; `c.md` is an article by itself. */
function articleFiles(paths: readonly string[], root: string): ArticleFiles[] {
  const articles = new Map<string, ArticleFiles>();
  for (const path of paths) {
    const [, folder = '', file = ''] = /^(.*\/)?([^/]+)\.(?:md|markdown)$/i.exec(path.slice(root.length)) ?? [];
    if (!file || (/^(?:readme|license|changelog)$/i.test(file) && !folder)) continue;
    const folders = folder.split('/').filter(Boolean);
    const [, stem = '', ending = ''] = /^(.+)[.]([A-Za-z_-]+)$/.exec(file) ?? [];
    const byFolder = folders.length > 0 && (file === 'index' || isLanguage(file));
    const byEnding = !byFolder && ending !== '' && isLanguage(ending);
    const name = byFolder ? (folders.at(-1) ?? file) : byEnding ? stem : file;
    const language = byFolder ? (file === 'index' ? undefined : file) : byEnding ? ending : undefined;
    const key = `${folder}${byFolder ? '' : name}`;
    const article = articles.get(key) ?? { name, above: byFolder ? folders.slice(0, -1) : folders, files: [] };
    article.files.push({ path, locale: language && (localeNamed(language) ?? 'other') } as TextFile);
    articles.set(key, article);
  }
  return [...articles.values()];
}

/** The folder that holds all others, when there is one: who packs a folder packs its name too. */
function commonRoot(paths: readonly string[]): string {
  const [first = ''] = paths;
  const root = first.slice(0, first.indexOf('/') + 1);
  const isWrapper = root !== '' && !isCategory(root.slice(0, -1)) && paths.every((path) => path.startsWith(root));
  // A folder of one article is not a wrapper.
  return isWrapper && paths.some((path) => path.slice(root.length).includes('/')) ? root : '';
}

function textOf(files: Package, path: string): string {
  const text = decodeText(files.read(path));
  if (text === undefined) throw new ArticleImportRefused('text_encoding', path);
  return text;
}

const isCategory = (name: string): name is ArticleCategory => (ARTICLE_CATEGORIES as readonly string[]).includes(name);
const defined = (fields: ArticleFields): ArticleFields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
