import { wantsPerson } from './wants-person.js';

describe('asking for a person', () => {
  it.each([
    '转人工',
    '我要转人工！',
    '人工',
    '人工客服',
    '请帮我找个真人',
    '有没有人工',
    '客服？',
    'I want to talk to a person',
    'HUMAN please',
    'can I speak with an agent',
    'live agent',
    '转 人工',
  ])('hears it in %s', (body) => expect(wantsPerson(body)).toBe(true));

  it.each([
    '昨天有一笔订单货款没有到账',
    '人工智能推荐不准',
    '人工费怎么结算',
    '客服电话是多少',
    'my agent cut the commission',
    '账号被封了',
    'humanity',
  ])('does not hear it in %s', (body) => expect(wantsPerson(body)).toBe(false));
});

describe('what is denied, quoted or told of others', () => {
  it.each([
    '不用转人工了，谢谢',
    '先别转人工',
    "don't need a human, thanks",
    '“转人工”按钮在哪里设置给买家',
    '昨天客服说今天到账',
    '有个自称人工客服的人加我',
    'the support agent said two days',
  ])('asks for nobody: %s', (body) => expect(wantsPerson(body)).toBe(false));

  it.each(['不要机器人', '不用你了，给我转人工', '我不想看文章，我要人', "i don't want articles, i want a human"])(
    'asks all the same: %s',
    (body) => expect(wantsPerson(body)).toBe(true),
  );

  it.each([
    '再不转人工我就投诉你们',
    '不转人工我就去12315',
    '你不给我转人工是吧',
    '为什么不给转人工',
    "why won't you connect me to an agent",
    "if you don't transfer me to a human i will sue",
    "you didn't connect me to a person",
  ])('denies nothing by complaining that nobody comes: %s', (body) => expect(wantsPerson(body)).toBe(true));

  it.each(['还是不转人工了', '不转人工也行吗', '我不转人工', "you don't need to transfer me to a human"])(
    'is still no request: %s',
    (body) => expect(wantsPerson(body)).toBe(false),
  );

  it.each([
    '转\u200b人\u200b工',
    '人\u{E0020}工',
    '转\uFE0F人\uFE0F工',
    '转/人/工',
    '转|人|工',
    '转👩人👩工',
    '转—人—工',
    'z h u a n r e n g o n g',
    'h.u.m.a.n',
    'humaaan',
    'zhuǎn rén gōng',
    'zhuan3 ren2 gong1',
    'zhuan ren gon',
    'zhuan ren',
    'rgkf',
    '转人エ',
    '转亻工',
    '转一下',
    '电话联系我',
    '坐席',
  ])('finds it in odd writing: %j', (body) => expect(wantsPerson(body)).toBe(true));

  it.each(['转人宫', '轉人工', '转　人　工', '转。人。工', 'ＺＨＵＡＮ人工', 'zhuanrengong', 'talk to a hmuan'])(
    'is understood however it is written: %s',
    (body) => expect(wantsPerson(body)).toBe(true),
  );
});
