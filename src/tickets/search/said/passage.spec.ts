import { passageOf } from './passage.js';

const shown = (body: string, ...words: string[]) => {
  const passage = passageOf(body, words);
  if (!passage) return undefined;
  let text = passage.text;
  for (const { from, to } of passage.marks.toReversed())
    text = `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;
  return text;
};

describe('the passage that matched', () => {
  it.each([
    ['昨天的货款没有到账', ['货款'], '昨天的[货款]没有到账'],
    ['昨天的货款没有到账', ['到账', '货款'], '昨天的[货款]没有[到账]'],
    ['货款，还是货款', ['货款'], '[货款]，还是[货款]'],
    ['Where is my REFUND?', ['refund'], 'Where is my [REFUND]?'],
    ['订单号ＡＢ１２', ['ab12'], '订单号[ＡＢ１２]'],
    ['共㍿与㌔', ['キロ'], '共㍿与[㌔]'],
    ['第一行\n第二行', ['第二'], '第一行 [第二]行'],
    ['货款到账', ['款到', '货款'], '[货款到]账'],
    [`${'先'.repeat(50)}货款`, ['货款'], `…${'先'.repeat(20)}[货款]`],
    [`${'先'.repeat(19)}👍${'先'.repeat(19)}货款`, ['货款'], `…👍${'先'.repeat(19)}[货款]`],
    [`货款${'后'.repeat(200)}`, ['货款'], `[货款]${'后'.repeat(118)}…`],
    [`货款${'后'.repeat(200)}货款`, ['货款'], `[货款]${'后'.repeat(118)}…`],
    ['说的是别的', ['货款'], undefined],
    ['', ['货款'], undefined],
  ])('of %j for %j is %j', (body, words, passage) => {
    expect(shown(body, ...words)).toBe(passage);
  });
});
