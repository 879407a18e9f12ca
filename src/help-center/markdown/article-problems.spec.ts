import { articleIn, readText } from './article-problems.js';

const IMAGE = '01a1f90c-984f-707c-aeda-26e5c95a6073';

describe('looking through an article', () => {
  it.each([
    ['a\n\n![图](https://evil.example/x.png)', 'image_foreign', 3, 'https://evil.example/x.png'],
    [`![](/help/images/${IMAGE})`, 'image_wordless', 1, `/help/images/${IMAGE}`],
    ['[x](javascript:alert(1))', 'link_refused', 1, '[x](javascript:alert(1)'],
    ['# 标题', 'heading_top', 1, '标题'],
    ['## a\n\n#### b', 'heading_skipped', 3, 'b'],
    ['> [!DANGER]\n> x', 'callout_unknown', 1, '[!DANGER]'],
    ['x\n\n::: steps\n1. a', 'steps_unclosed', 3, '::: steps'],
  ])('%j: %s', (source, kind, line, detail) => {
    expect(readText(source).problems).toEqual([{ kind, line, detail }]);
  });

  it.each(['[', '![](', '[a]('])('is done at once with many %s', (mark) => {
    const begun = process.cpuUsage();
    readText(mark.repeat(100_000 / mark.length));
    // What this process took of the machine, however much others want of it.
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(4_000);
  });

  it('finds nothing wrong in a good one', () => {
    const source = `## a\n\n### b\n\n## c\n\n> [!NOTE]\n> x\n\n::: steps\n1. [d](fees)\n:::\n\n![图](/help/images/${IMAGE})\n\n\`[x](y)\``;
    expect(readText(source)).toEqual({
      problems: [],
      images: [{ id: IMAGE, line: 14 }],
      articles: [{ slug: 'fees', line: 11 }],
    });
  });

  it.each([
    ['fees', 'fees'],
    ['fees#part', 'fees'],
    ['./fees?x', 'fees'],
    ['../../zh-CN/articles/fees', 'fees'],
    ['/help/en/articles/fees', 'fees'],
    ['#part', undefined],
    ['/help/en/search', undefined],
    ['https://a.example/help/en/articles/fees', undefined],
    ['mailto:a@b.example', undefined],
  ])('%s leads to %s', (href, slug) => expect(articleIn(href)).toBe(slug));
});
