import { CATEGORY_PRESETS } from '../../tickets/index.js';
import { CUSTOMERS, PLACEHOLDERS, SHOPS, STAFF_MEMBERS, type SubCategoryTexts, TEXTS } from './index.js';
import { fillIn } from './texts.js';

const everyText = (texts: SubCategoryTexts): string[] => [
  ...[...texts.openings, ...texts.followUps, ...texts.closings, ...texts.ratings].map(({ text }) => text),
  ...texts.dialogues.flatMap(({ lines, rating }) => [
    ...lines.map(({ text }) => text),
    ...(rating ? [rating.text] : []),
  ]),
  ...texts.notes,
];

const ILLUSTRATION = Object.fromEntries(PLACEHOLDERS.map((name) => [name, '1']));

describe('the texts of the demo', () => {
  it.each(TEXTS)('$category › $subCategory is a real sub-category with enough to say', (texts) => {
    const category = CATEGORY_PRESETS.find(({ key }) => key === texts.category);
    expect(category?.subCategories.map(({ key }) => key)).toContain(texts.subCategory);
    expect(texts.openings.length).toBeGreaterThanOrEqual(8);
    const english = texts.openings.filter(({ locale }) => locale === 'en').length / texts.openings.length;
    expect(english).toBeGreaterThanOrEqual(0.25);
    expect(english).toBeLessThanOrEqual(0.4);
    expect(texts.dialogues.length).toBeGreaterThanOrEqual(4);
    expect(texts.dialogues.map(({ locale }) => locale)).toContain('en');
    for (const { lines } of texts.dialogues) expect(lines[0]?.by).toBe('customer');
    for (const list of [texts.followUps, texts.notes, texts.closings, texts.ratings])
      expect(list.length).toBeGreaterThanOrEqual(4);
  });

  it.each(TEXTS)('$category › $subCategory leaves only known gaps, and repeats nothing', (texts) => {
    const all = everyText(texts);
    for (const text of all) expect(fillIn(text, ILLUSTRATION)).not.toMatch(/[{}]/);
    const openings = texts.openings.map(({ text }) => text);
    expect(new Set(openings).size).toBe(openings.length);
  });

  it('stand for every sub-category, once, in order', () => {
    const all = CATEGORY_PRESETS.flatMap(({ key, subCategories }) => subCategories.map((sub) => `${key} › ${sub.key}`));
    expect(TEXTS.map(({ category, subCategory }) => `${category} › ${subCategory}`)).toEqual(all);
  });

  it('says what is missing when a gap cannot be filled', () => {
    expect(() => fillIn('订单 {orderId}', {})).toThrow('{orderId}');
    expect(fillIn('订单 {orderId}，{amount} 元', { orderId: 'P1', amount: '3.00' })).toBe('订单 P1，3.00 元');
  });
});

describe('the people of the demo', () => {
  it('are as many as a desk of that size has, each once', () => {
    for (const [list, count] of [
      [CUSTOMERS, 200],
      [SHOPS, 120],
      [STAFF_MEMBERS, 10],
    ] as const) {
      expect(list).toHaveLength(count);
      expect(new Set(list.map(({ name }) => name)).size).toBe(count);
    }
  });
});
