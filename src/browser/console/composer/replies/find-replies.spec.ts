import { findBoth, findNamed, type Named } from './find-replies.js';

const reply = (id: string, zh: string, en: string, pinyin: string, initials: string, words?: string) => ({
  id,
  title: { 'zh-CN': zh, en },
  ...(words && { words: { 'zh-CN': words, en: words } }),
  pinyin,
  initials,
});
const REPLIES = [
  reply('greeting', '问候', 'Greeting', 'wenhou', 'wh', '退款也请在这里说明'),
  reply('refund', '退款进度', 'Refund progress', 'tuikuanjindu', 'tkjd'),
  reply('payout', '到账时间', 'Payout time', 'daozhangshijian', 'dzsj'),
];
const ids = (query: string) => findNamed(REPLIES, query).map(({ id }) => id);

it.each([
  ['', ['greeting', 'refund', 'payout']],
  ['退款', ['refund', 'greeting']],
  ['tk', ['refund']],
  ['TuiKuan', ['refund']],
  ['ｔｋｊｄ', ['refund']],
  ['refund progress', ['refund']],
  ['shijian', ['payout']],
  ['time', ['payout']],
  ['没有的', []],
])('/%s finds %j', (query, found) => expect(ids(query)).toEqual(found));

describe('replies and macros together', () => {
  const MACROS = [
    reply('close', '退款办结', 'Refund closed', 'tuikuanbanjie', 'tkbj'),
    reply('note', '补充资料', 'Ask for papers', 'buchongziliao', 'bczl'),
  ];
  const many = (count: number, kind: string) =>
    Array.from({ length: count }, (_, index) => reply(`${kind}${index}`, `${kind}${index}`, kind, kind, kind));
  const both = (
    query: string,
    replies: (Named & { id: string })[] = REPLIES,
    macros: (Named & { id: string })[] = MACROS,
  ) => findBoth(replies, macros, query).map(({ id }) => id);

  it.each([
    ['', ['greeting', 'refund', 'payout', 'close', 'note']],
    // A macro of that name comes before a reply that only speaks of it.
    ['退款', ['refund', 'close', 'greeting']],
    ['tkbj', ['close']],
    ['papers', ['note']],
    ['dz', ['payout']],
    ['没有的', []],
  ])('/%s finds %j', (query, found) => expect(both(query)).toEqual(found));

  it('neither crowds the other out', () => {
    expect(both('', many(20, 'r'), many(20, 'm'))).toEqual(['r0', 'r1', 'r2', 'r3', 'r4', 'm0', 'm1', 'm2']);
    expect(both('', many(20, 'r'), [])).toHaveLength(8);
    expect(both('', [], many(20, 'm'))).toHaveLength(8);
    expect(both('', many(20, 'r'), many(1, 'm'))).toEqual([...many(7, 'r').map(({ id }) => id), 'm0']);
  });
});
