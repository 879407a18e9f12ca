import type { ArticleContent } from '../../../../contract/index.js';
import { flatten, isComplete, unflatten } from './flat.js';

const article: ArticleContent = {
  slug: 'invoice',
  category: 'service',
  visibility: 'public',
  position: 500,
  related: [],
  words: { 'zh-CN': { title: '发票', excerpt: '三步', bodyMarkdown: '  - a', keywords: ['税'] } },
};

it('comes back as it was, without a language in which nothing is written', () => {
  expect(unflatten(flatten(article))).toEqual(article);
  const both = {
    ...article,
    subCategory: 'x',
    sectionId: 'y',
    words: { ...article.words, en: article.words['zh-CN'] },
  } as ArticleContent;
  expect(unflatten(flatten(both))).toEqual(both);
});

it('knows what readers would miss', () => {
  const flat = flatten(article);
  expect([isComplete(flat, 'zh-CN'), isComplete(flat, 'en')]).toEqual([true, false]);
});
