import { understand } from './understand.js';

const NO_WORDS = { person: [], anger: [], money: [] };
const say = (text: string, words = {}) => understand(text, { locale: 'zh-CN', words: { ...NO_WORDS, ...words } });

describe('what a message says', () => {
  it.each([
    ['你好', 'greeting'],
    ['hello there!', 'greeting'],
    ['谢谢您了', 'thanks'],
    ['thanks a lot', 'thanks'],
    ['没有了，再见', 'goodbye'],
    ['👍👍', 'nothing_to_read'],
    ['？？？', 'nothing_to_read'],
    ['   ', 'nothing_to_read'],
    ['有问题', 'vague'],
    ['出问题了！', 'vague'],
    ['我有个问题', 'vague'],
    ['你好，我想咨询一下', 'vague'],
    ['怎么办啊', 'vague'],
    ['help', 'vague'],
    ['Hi, I have a question', 'vague'],
    ['something went wrong', 'vague'],
    ['提现有问题', undefined],
    ['直播出问题了', undefined],
    ['I have a problem with my payout', undefined],
    ['你好 提现失败', undefined],
    ['谢谢，那保证金怎么退', undefined],
  ])('small talk: %s is %s', (text, kind) => expect(say(text).smallTalk).toBe(kind));

  it.each([
    ['解决了，谢谢', 'helped'],
    ['it works now', 'helped'],
    ['没帮助', 'not_helped'],
    ['That did not help.', 'not_helped'],
    ['提现没解决', undefined],
  ])('of the last answer: %s is %s', (text, verdict) => expect(say(text).verdict).toBe(verdict));

  it.each([
    ['你们什么垃圾平台', 'angry'],
    ['再不处理我就去12315投诉', 'angry'],
    ["you'll hear from my lawyer", 'angry'],
    ['我账户里18万突然没了', 'money'],
    ['you owe me 20,000 yuan', 'money'],
    ['垃圾袋类目要多少保证金', 'calm'],
    ['提现5000元要多少手续费', 'calm'],
    ['how do I report a scammer', 'calm'],
    ['晚发货扣了我三块', 'calm'],
  ])('mood: %s is %s', (text, mood) => expect(say(text).mood).toBe(mood));

  it('gets whoever may harm themselves to a person at once', () => {
    expect(say('钱要不回来我就不想活了').wantsPerson).toBe(true);
    expect(say('I want to kill myself').wantsPerson).toBe(true);
    expect(say('跳楼价能写进标题吗').wantsPerson).toBe(false);
  });

  it('hears the words of an administrator: anywhere in Chinese, whole words in English, whatever they contain', () => {
    expect(say('我要找掌柜的', { person: ['掌柜'] }).wantsPerson).toBe(true);
    expect(say('a HELPER, please', { person: ['helper'] }).wantsPerson).toBe(true);
    expect(say('helpers everywhere', { person: ['helper'] }).wantsPerson).toBe(false);
    expect(say('这也(太.*慢了', { anger: ['(太.*'] }).mood).toBe('angry');
    expect(say('太慢了', { anger: ['(太.*', '', ' '] }).mood).toBe('calm');
    expect(say('Chargeback今天', { money: ['chargeback'] }).mood).toBe('money');
  });

  it('guesses what it is about, and says what comes close', () => {
    expect(say('提现失败，说户名不一致')).toMatchObject({
      category: { key: 'earnings' },
      subCategory: 'withdrawal_failed',
    });
    const { category } = say('推广充值了没到账');
    expect([category?.key, category?.runnerUp?.key].sort()).toEqual(['earnings', 'feature']);
    expect(say('今天天气真好').category).toBeUndefined();
  });

  it.each([
    '你',
    '1',
    '万',
    '不想',
    '钱被',
    '我想找人',
    'a ',
    'the ',
    '1,',
    '"',
    '人 ',
    '.人',
    '转',
    'talk to ',
    '\u{1F600}',
    // One character that folds to eighteen.
    '\uFDFA',
  ])('reads 8,000 characters of %s in no time', (piece) => {
    const text = piece.repeat(Math.ceil(8_000 / piece.length));
    const began = process.cpuUsage();
    say(text);
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(500);
  });

  it.each(['嗯', '谢', '了', 'hi', 'ok '])('reads a courtesy that is no end of %s in no time', (piece) => {
    const text = `${piece.repeat(Math.floor(56 / piece.length))}呃`;
    const began = process.cpuUsage();
    say(text);
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(500);
  });
});
