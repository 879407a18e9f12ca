import type { CannedReplyView } from '../../../../contract/index.js';
import { findReplies } from './find-replies.js';

const reply = (id: string, zh: string, en: string, pinyin: string, initials: string, body = ''): CannedReplyView => ({
  id,
  title: { 'zh-CN': zh, en },
  body: { 'zh-CN': body, en: body },
  pinyin,
  initials,
  uses: 0,
  archived: false,
  version: 1,
});
const REPLIES = [
  reply('greeting', '问候', 'Greeting', 'wenhou', 'wh', '退款也请在这里说明'),
  reply('refund', '退款进度', 'Refund progress', 'tuikuanjindu', 'tkjd'),
  reply('payout', '到账时间', 'Payout time', 'daozhangshijian', 'dzsj'),
];
const ids = (query: string) => findReplies(REPLIES, query).map(({ id }) => id);

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
