import { demoDocuments } from '../../src/help-center/search/relevance.cases.js';
import { HELD_OUT, type Judged, TUNED } from './index.js';

const textsOf = (half: Judged): string[] => [
  ...half.answerable.map(({ text }) => text),
  ...half.unanswerable.map(({ text }) => text),
  ...half.wantsPerson,
  ...half.doesNot,
  ...half.moods.map(({ text }) => text),
];

describe('the judged set', () => {
  it('is large enough to say something', () => {
    for (const half of [HELD_OUT, TUNED]) {
      expect(half.answerable.length).toBeGreaterThanOrEqual(65);
      expect(half.unanswerable.length).toBeGreaterThanOrEqual(100);
      expect(half.wantsPerson.length).toBeGreaterThanOrEqual(100);
      expect(half.doesNot.length).toBeGreaterThanOrEqual(80);
      expect(half.moods.length).toBeGreaterThanOrEqual(60);
    }
  });

  it('names articles that exist, and every one of them', async () => {
    const slugs = new Set((await demoDocuments()).map(({ slug }) => slug));
    const named = new Set([HELD_OUT, TUNED].flatMap((half) => half.answerable.flatMap((question) => question.slugs)));
    expect([...named].filter((slug) => !slugs.has(slug))).toEqual([]);
    expect([...slugs].filter((slug) => !named.has(slug))).toEqual([]);
  });

  it('says nothing twice, and what is held out is in the other half nowhere', () => {
    const all = [...textsOf(HELD_OUT), ...textsOf(TUNED)];
    expect(all.filter((text, index) => all.indexOf(text) !== index)).toEqual([]);
    expect(all.filter((text) => text.trim() === '' || text.includes('|'))).toEqual([]);
  });
});
