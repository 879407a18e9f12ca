import type { ArticleWords, Locale } from '../../contract/index.js';
import { isBehind, type Standing, stepsOf } from './translation.js';

const words = (text: string, keywords: string[] = []): ArticleWords => ({
  title: 't',
  excerpt: 'e',
  bodyMarkdown: text,
  keywords,
});

/** Publishes one after the other; an entry says what stands there in Chinese and English. @returns who is behind after each */
function play(...versions: { zh?: string; en?: string; inStep?: boolean; keywords?: string[] }[]): string[] {
  let before: Partial<Record<Locale, Standing>> = {};
  return versions.map(({ zh, en, inStep = false, keywords }, index) => {
    const now = { ...(zh && { 'zh-CN': words(zh, keywords) }), ...(en && { en: words(en) }) };
    const steps = stepsOf(before, now, index + 1, inStep);
    before = Object.fromEntries(
      Object.entries(now).map(([locale, own]) => [locale, { ...own, ...steps[locale as Locale] }]),
    );
    const [chinese, english] = [before['zh-CN'], before.en];
    if (!chinese || !english) return '';
    return [isBehind(chinese, english) && 'zh', isBehind(english, chinese) && 'en'].filter(Boolean).join();
  });
}

it.each([
  [
    'both at once',
    [
      { zh: '1', en: '1' },
      { zh: '2', en: '2' },
    ],
    ['', ''],
  ],
  [
    'one moves on',
    [
      { zh: '1', en: '1' },
      { zh: '2', en: '1' },
      { zh: '3', en: '1' },
    ],
    ['', 'en', 'en'],
  ],
  [
    'the other follows',
    [
      { zh: '1', en: '1' },
      { zh: '2', en: '1' },
      { zh: '2', en: '2' },
    ],
    ['', 'en', ''],
  ],
  [
    'the other needs no change',
    [
      { zh: '1', en: '1' },
      { zh: '2', en: '1', inStep: true },
      { zh: '3', en: '1' },
    ],
    ['', '', 'en'],
  ],
  [
    'somebody says so afterwards',
    [
      { zh: '1', en: '1' },
      { zh: '2', en: '1' },
      { zh: '2', en: '1', inStep: true },
    ],
    ['', 'en', ''],
  ],
  ['a language is added', [{ zh: '1' }, { zh: '1', en: '1' }, { zh: '1', en: '2' }], ['', '', 'zh']],
  ['a language goes and comes back', [{ zh: '1', en: '1' }, { zh: '2' }, { zh: '2', en: '1' }], ['', '', '']],
  [
    'keywords and spaces say nothing',
    [
      { zh: '1', en: '1' },
      { zh: '1 ', en: '1', keywords: ['x'] },
    ],
    ['', ''],
  ],
])('%s', (_, versions, behind) => {
  expect(play(...versions)).toEqual(behind);
});
