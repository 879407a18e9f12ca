import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ARTICLE_CATEGORIES, type ArticleContent, type ArticleWords, type Locale } from '../../contract/index.js';
import { slugSchema } from '../articles/slug.js';
import { splitFrontMatter } from '../transfer/markdown-folder/front-matter.js';

const CONTENT = 'src/help-center/content';

const frontMatterSchema = z.strictObject({
  title: z.string().min(4).max(120),
  excerpt: z.string().min(20).max(300),
  category: z.enum(ARTICLE_CATEGORIES),
  subCategory: z.string().max(40).optional(),
  section: slugSchema.optional(),
  /** Editors' order in lists, smallest first. */
  position: z.coerce.number().int().min(1).max(999),
  keywords: z.string().transform((text) => text.split(',').map((keyword) => keyword.trim())),
});

/** The demo speaks both languages. `section`: the slug of the one in which it stands. */
export type DemoArticle = ArticleContent & { words: Record<Locale, ArticleWords>; section?: string };

/**
 * The articles of `src/help-center/content/<slug>/<locale>.md`, in the editors' order.
 * @param rootDir the project's root
 * @throws with the file's name when one is not well-formed
 */
export async function readDemoArticles(rootDir: string): Promise<DemoArticle[]> {
  const folder = join(rootDir, CONTENT);
  const slugs = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const articles = await Promise.all(slugs.map(({ name }) => readArticle(join(folder, name), name)));
  return articles.sort((a, b) => a.position - b.position);
}

async function readArticle(folder: string, slug: string): Promise<DemoArticle> {
  const [chinese, english] = await Promise.all([readVersion(folder, 'zh-CN'), readVersion(folder, 'en')]);
  const { category, subCategory, section, position } = chinese.placing;
  if (JSON.stringify(chinese.placing) !== JSON.stringify(english.placing)) {
    throw new Error(`${folder}: its languages stand in different places`);
  }
  return {
    slug,
    category,
    ...(subCategory && { subCategory }),
    ...(section && { section }),
    visibility: 'public',
    position,
    related: [],
    words: { 'zh-CN': chinese.words, en: english.words },
  };
}

async function readVersion(folder: string, locale: Locale) {
  const file = join(folder, `${locale}.md`);
  const { data, body } = splitFrontMatter(await readFile(file, 'utf8'));
  if (!data || !body) throw new Error(`${file} has no front matter`);
  const parsed = frontMatterSchema.safeParse(data);
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  const { category, subCategory, section, position, ...words } = parsed.data;
  return { placing: { category, subCategory, section, position }, words: { ...words, bodyMarkdown: body } };
}
