import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { LOCALES, type Locale } from '../contract/index.js';
import { ARTICLE_CATEGORIES, type ArticleCategory } from './search/article-search.js';

const CONTENT = new URL('./content/', import.meta.url);

const frontMatterSchema = z.strictObject({
  title: z.string().min(4).max(120),
  excerpt: z.string().min(20).max(300),
  category: z.enum(ARTICLE_CATEGORIES),
  subCategory: z.string().max(40).optional(),
  keywords: z.string().transform((text) => text.split(',').map((keyword) => keyword.trim())),
});

export interface DemoVersion {
  title: string;
  excerpt: string;
  keywords: string[];
  bodyMarkdown: string;
}

export interface DemoArticle {
  slug: string;
  category: ArticleCategory;
  subCategory: string | null;
  versions: Record<Locale, DemoVersion>;
}

/** The articles of `content/<slug>/<locale>.md`, by slug. Throws with the file's name when one is not well-formed. */
export async function readDemoArticles(): Promise<DemoArticle[]> {
  const slugs = (await readdir(CONTENT)).sort();
  return Promise.all(slugs.map(readArticle));
}

async function readArticle(slug: string): Promise<DemoArticle> {
  const [chinese, english] = await Promise.all(LOCALES.map((locale) => readVersion(slug, locale)));
  if (!chinese || !english) throw new Error(`article ${slug} lacks a language`);
  const { category, subCategory } = chinese.frontMatter;
  if (category !== english.frontMatter.category || subCategory !== english.frontMatter.subCategory) {
    throw new Error(`article ${slug}: its languages stand in different categories`);
  }
  return {
    slug,
    category,
    subCategory: subCategory ?? null,
    versions: { 'zh-CN': chinese.version, en: english.version },
  };
}

async function readVersion(slug: string, locale: Locale) {
  const text = await readFile(new URL(`${slug}/${locale}.md`, CONTENT), 'utf8');
  const [, head, bodyMarkdown] = /^---\n([\s\S]*?)\n---\n([\s\S]+)$/.exec(text) ?? [];
  if (head === undefined || bodyMarkdown === undefined) throw new Error(`${slug}/${locale}.md has no front matter`);
  const pairs = head.split('\n').map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
  });
  const parsed = frontMatterSchema.safeParse(Object.fromEntries(pairs));
  if (!parsed.success) throw new Error(`${slug}/${locale}.md: ${z.prettifyError(parsed.error)}`);
  const { title, excerpt, keywords } = parsed.data;
  return { frontMatter: parsed.data, version: { title, excerpt, keywords, bodyMarkdown: bodyMarkdown.trim() } };
}
