import { spellingOf } from './spelling.js';

it.each([
  ['退款进度', 'tuikuanjindu', 'tkjd'],
  ['到账时间（重点商家）', 'daozhangshijianzhongdianshangjia', 'dzsjzdsj'],
  ['P0 客户安抚', 'p0kehuanfu', 'p0khaf'],
  ['银行卡换绑', 'yinhangkahuanbang', 'yhkhb'],
  ['绿色通道', 'lvsetongdao', 'lstd'],
  ['Refund v2', 'refundv2', 'refundv2'],
])('%s is typed %s or %s', (title, pinyin, initials) => expect(spellingOf(title)).toEqual({ pinyin, initials }));
