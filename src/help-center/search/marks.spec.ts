import type { TextPart } from '../../contract/index.js';
import { analyse } from './analyse.js';
import { Marker, partsOf } from './marks.js';
import { snippetOf } from './snippet.js';

const shown = (parts: readonly TextPart[]) => parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
const markerOf = (text: string) => new Marker({ text, units: [...analyse(text)] });
const marked = (question: string, text: string) => shown(partsOf(text, markerOf(question).find(text)));

describe('what is marked', () => {
  it.each([
    ['提现失败', '提现失败怎么办', '[提现失败]怎么办'],
    ['货款没到账', '打款后多久到账', '[打款]后多久[到账]'],
    ['貨款', '订单的货款', '订单的[货款]'],
    ['订单货款', '訂單的貨款', '[訂單]的[貨款]'],
    ['封号', '帐号被封禁', '帐号[被封禁]'],
    ['obs 设置', '在 ＯＢＳ 里', '在 [ＯＢＳ] 里'],
    ["can't withdraw", "You can't withdraw yet", "You [can't withdraw] yet"],
    ['forgot password', 'If you forgot your Passwords', 'If you [forgot] your [Password]s'],
    ['invoice', 'Invoicing an invoice', 'Invoicing an [invoice]'],
    ['口红套装', '口红的套装', '[口红]的[套装]'],
    ['羽绒服', '羽绒外套', '[羽绒]外套'],
    ['卡', '一直卡住', '一直[卡]住'],
    ['怎么办', '怎么办才好', '[怎么办]才好'],
    ['<img src=x onerror=alert(1)>', 'an <img> tag', 'an <[img]> tag'],
    ['a.b*c(d', 'a.b*c(d', '[a].[b]*[c]([d]'],
    ['', 'nothing', 'nothing'],
    ['提现', '', ''],
  ])('%s in %s', (question, text, expected) => expect(marked(question, text)).toBe(expected));

  it('leaves every text as it is, cut or not', () => {
    const text = '👛提现İ失败👛，提现！';
    const marks = markerOf('提现失败 👛').find(text);
    expect(
      partsOf(text, marks)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
    expect(
      partsOf(text, marks, 3, 8)
        .map((part) => part.text)
        .join(''),
    ).toBe(text.slice(3, 8));
  });
});

describe('the snippet', () => {
  const document = {
    articleId: 'x',
    locale: 'zh-CN' as const,
    slug: 'x',
    category: 'earnings' as const,
    visibility: 'public' as const,
    title: '',
    excerpt: '结算的摘要',
    keywords: [],
  };
  const filler = '这里说的是别的事情。'.repeat(30);

  it('is the passage that says most of what was asked, from the beginning of its sentence', () => {
    const body = `提现在这里。${filler}然后提现如果失败，请核对银行卡。${filler}`;
    const text = shown(snippetOf({ ...document, body }, markerOf('提现失败 银行卡')));
    expect(text).toMatch(/^…然后\[提现\]如果\[失败\]，请核对\[银行卡\]。.*…$/);
    expect(text.length).toBeLessThan(110);
  });

  it('is the excerpt when the body says none of it', () => {
    expect(shown(snippetOf({ ...document, body: filler }, markerOf('结算')))).toBe('[结算]的摘要');
  });

  it('does not cut an English word', () => {
    const body = `${'some other words '.repeat(40)}the settlement date ${'and more things '.repeat(40)}`;
    const text = shown(snippetOf({ ...document, locale: 'en', body }, markerOf('settlement date')));
    expect(text).toMatch(/^…(?:some|other|words) .*\[settlement\] \[?date\]? .* (?:and|more|things)…$/);
  });
});
