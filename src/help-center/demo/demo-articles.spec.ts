import { CATEGORY_PRESETS } from '../../tickets/index.js';
import { QUESTIONS } from '../search/questions/index.js';
import { type DemoArticle, readDemoArticles } from './demo-articles.js';
import { readDemoSections } from './demo-sections.js';

const SUB_CATEGORIES = CATEGORY_PRESETS.flatMap(({ subCategories }) => subCategories.map(({ key }) => key));

const linksOf = (markdown: string): string[] =>
  [...markdown.matchAll(/\]\(([a-z0-9-]+)\)/g)].map(([, slug = '']) => slug);

describe('the articles of the demo', () => {
  let articles: DemoArticle[];
  beforeAll(async () => {
    articles = await readDemoArticles(process.cwd());
  });

  it('are enough, and no two stand in one place or bear one name', () => {
    expect(articles.length).toBeGreaterThanOrEqual(60);
    for (const key of [
      (article: DemoArticle) => String(article.position),
      (article: DemoArticle) => article.words['zh-CN'].title,
      (article: DemoArticle) => article.words.en.title,
    ])
      expect(new Set(articles.map(key)).size).toBe(articles.length);
  });

  it.each(SUB_CATEGORIES)('answer %s in several ways', (subCategory) => {
    expect(articles.filter((article) => article.subCategory === subCategory).length).toBeGreaterThanOrEqual(2);
  });

  it('stand in no sub-category that does not exist', () => {
    const named = articles.flatMap(({ subCategory }) => subCategory ?? []);
    expect([...new Set(named)].filter((name) => !SUB_CATEGORIES.includes(name))).toEqual([]);
  });

  it('stand in sections of their category, and none is empty', async () => {
    const sections = await readDemoSections(process.cwd());
    for (const { slug, category, section } of articles)
      expect({ slug, category: sections.find((each) => each.slug === section)?.category }).toEqual({ slug, category });
    for (const { parent, slug } of sections) {
      const before = sections.slice(
        0,
        sections.findIndex((each) => each.slug === slug),
      );
      expect(parent === undefined || before.some((each) => each.slug === parent)).toBe(true);
      expect(articles.filter(({ section }) => section === slug).length).toBeGreaterThan(1);
    }
  });

  it('link to each other alike in both languages, and to nothing that is missing', () => {
    const slugs = new Set(articles.map(({ slug }) => slug));
    for (const { slug, words } of articles) {
      const links = linksOf(words['zh-CN'].bodyMarkdown);
      expect({ slug, missing: links.filter((link) => !slugs.has(link)) }).toEqual({ slug, missing: [] });
      expect({ slug, links: [...new Set(links)].sort() }).toEqual({
        slug,
        links: [...new Set(linksOf(words.en.bodyMarkdown))].sort(),
      });
      expect(links).not.toContain(slug);
    }
  });

  it('are each asked for three ways in Chinese and two in English', () => {
    for (const { slug } of articles) {
      const asked = QUESTIONS.filter((question) => question.slug === slug);
      const chinese = asked.filter(({ locale }) => locale === 'zh-CN').length;
      expect({ slug, chinese, english: asked.length - chinese }).toEqual({ slug, chinese: 3, english: 2 });
    }
  });
});
