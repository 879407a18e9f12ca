import fc from 'fast-check';
import { BuiltInSearch } from './built-in.search.js';
import { Marker, partsOf } from './marks.js';
import { demoDocuments } from './relevance.cases.js';
import { snippetOf } from './snippet.js';

/** Far more than any of them takes, and far less than a reader waits. */
const BOUND_MILLISECONDS = 500;

const builtIn = new BuiltInSearch();
beforeAll(async () => builtIn.index(await demoDocuments()), 60_000);

async function answer(query: string) {
  const { question, hits, facets } = await builtIn.search(query, { locale: 'zh-CN', limit: 20, audience: 'anyone' });
  const marker = new Marker(question);
  for (const hit of hits) {
    const joined = partsOf(hit.title, marker.find(hit.title)).map(({ text }) => text);
    expect(joined.join('')).toBe(hit.title);
    const snippet = snippetOf(hit, marker)
      .map(({ text }) => text)
      .join('');
    const passage = snippet.replace(/^…|…$/g, '');
    expect(hit.body.includes(passage) || hit.excerpt.includes(passage)).toBe(true);
  }
  return { hits, facets };
}

/** What search boxes are fed: any text, and pieces of what would mean something to an engine, a page or a pattern. */
const pieces = fc.constantFrom(
  ...[
    '提现',
    '封号',
    'withdraw',
    'tixian',
    "can't",
    ' AND ',
    ' OR ',
    'category = "staff"',
    '"',
    "'",
    '*',
    '\\',
    '(',
    '[',
    '{{',
    '$&',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '\u0000',
    '\u202e',
    '\ud83d',
    '\ude00',
    '😀',
    '👨‍👩‍👧',
    '\ufeff',
    'é',
    'ﬁ',
    '𠮷',
    '§payout',
    '%00',
    '../',
  ],
);
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(pieces, { maxLength: 40 }).map((said) => said.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes)),
);

describe('whatever is typed', () => {
  it('is answered in time, and what is shown is what stands there', async () => {
    await answer('tixian');
    await fc.assert(
      fc.asyncProperty(anything, async (query) => {
        const began = process.cpuUsage();
        await answer(query);
        expect(process.cpuUsage(began).user / 1_000).toBeLessThan(BOUND_MILLISECONDS);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it.each([
    ['10,000 characters of a word', 'a'.repeat(10_000)],
    ['10,000 different ones', Array.from({ length: 10_000 }, (_, n) => String.fromCharCode(0x4e00 + n)).join('')],
    ['10,000 words', 'withdraw tixian '.repeat(625)],
    ['nothing but spaces', ' '.repeat(10_000)],
    ['lone surrogates', '\ud800'.repeat(10_000)],
  ])('%s are answered in time', async (_, query) => {
    const began = process.cpuUsage();
    await answer(query);
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(BOUND_MILLISECONDS);
  });

  it.each([
    'visibility = staff',
    'category = content OR category = earnings',
    'articleId IN [*]',
    '§payout',
    '{"q":"提现"}',
  ])('stays text: %s', async (query) => {
    const { hits } = await answer(query);
    expect(hits.every(({ visibility }) => visibility === 'public')).toBe(true);
  });
});
