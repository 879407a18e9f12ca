import type { ArticleImportMessage } from '../../../contract/index.js';
import { renderMarkdown } from '../../markdown/markdown.js';
import { htmlToMarkdown } from './html-to-markdown.js';

const ID = '01a1f90c-984f-707c-aeda-26e5c95a6073';

function read(html: string): { markdown: string; messages: ArticleImportMessage[] } {
  const messages: ArticleImportMessage[] = [];
  const markdown = htmlToMarkdown(html, {
    picture: (src) => (src.includes('known') ? `/help/images/${ID}` : undefined),
    slugOf: (externalId) => (externalId === '360001' ? 'refunds' : undefined),
    say: (message) => void messages.push(message),
  });
  return { markdown, messages };
}

describe('HTML of another help centre', () => {
  it.each([
    ['<h1>大标题</h1><p>a <b>b</b></p>', '## 大标题\n\na **b**'],
    ['<ol><li>一<ul><li>甲</li></ul></li><li>二</li></ol>', '1. 一\n   - 甲\n2. 二'],
    ['<ol start="3"><li>三</li><li>四</li></ol>', '3. 三\n4. 四'],
    ['<div class="callout callout--warning"><p>小心</p><p>真的</p></div>', '> [!WARNING]\n> 小心\n>\n> 真的'],
    ['<p class="note">记住</p>', '> [!NOTE]\n> 记住'],
    [
      '<table><tr><th>a</th><th>b|c</th></tr><tr><td>1<br>2</td><td></td></tr></table>',
      '| a | b\\|c |\n| --- | --- |\n| 1 2 |  |',
    ],
    [
      '<table><tbody><tr><td colspan="2">x</td></tr><tr><td>1</td><td>2</td></tr></tbody></table>',
      '| x |  |\n| --- | --- |\n| 1 | 2 |',
    ],
    ['<a href="https://x.zendesk.com/hc/en-us/articles/360001-Refunds#part">见</a>', '[见](refunds#part)'],
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<a href="https://a.example/a b(c)">x</a>', '[x](https://a.example/a%20b%28c%29)'],
    ['<p>1. no list * or [link](x) &lt;b&gt;</p>', '1\\. no list \\* or \\[link\\](x) <b>'],
    ['<pre><code>a\n  b</code></pre>', '```\na\n  b\n```'],
    [
      '<iframe src="//www.youtube.com/embed/dQw4w9WgXcQ?rel=0" title="How"></iframe>',
      '[How](https://www.youtube.com/watch?v=dQw4w9WgXcQ)',
    ],
    [
      '<iframe src="https://player.vimeo.com/video/76979871?h=0123abcdef&x=1"></iframe>',
      '[Vimeo](https://vimeo.com/76979871/0123abcdef)',
    ],
    ['<form><p>kept</p><button>too</button></form>', 'kept\n\ntoo'],
  ])('%s', (html, expected) => expect(read(html).markdown.replace(/[ \t]+$/gm, '')).toBe(expected));

  it('finds its pictures, and says which are to be brought by hand', () => {
    const { markdown, messages } = read(
      '<img src="/hc/article_attachments/9/known.png" alt="图[1]"><img src="https://cdn.example/a b.png"><img src="lost.png"><img src="data:image/png;base64,x" alt="内嵌">',
    );
    expect(markdown).toBe(`![图 1](/help/images/${ID})![](https://cdn.example/a%20b.png)![](lost.png)内嵌`);
    expect(messages).toEqual([
      { code: 'image_remote', detail: 'https://cdn.example/a b.png' },
      { code: 'image_missing', detail: 'lost.png' },
      { code: 'image_refused', detail: 'data:image/png;base64,x' },
    ]);
  });

  it.each([
    '<script>alert(1)</script>',
    '<p onclick="alert(1)">x</p>',
    '<iframe src="https://evil.example/"></iframe>',
    '<object data="x">y</object>',
    '<svg><script>alert(1)</script></svg>',
    '<style>p { color: red }</style>',
  ])('takes out %s, and says so', (html) => {
    const { markdown, messages } = read(`<p>a</p>${html}`);
    expect(renderMarkdown(markdown, 'en').html).not.toMatch(
      /alert|evil|color: red|<(?:script|iframe|object|svg|style)/,
    );
    expect(messages.map(({ code }) => code)).toContain('html_removed');
  });

  it('is as safe as any text, whatever it was', () => {
    const { markdown } = read(
      '&lt;script&gt;alert(1)&lt;/script&gt;<img src="x" alt="](javascript:alert(1))" onerror=alert(1)>',
    );
    expect(renderMarkdown(markdown, 'en').html).not.toMatch(/<script|javascript:[^<]*"/);
  });

  it('takes neither for ever nor for good what is made to hurt', () => {
    const start = performance.now();
    for (const html of [
      '<div>'.repeat(60_000),
      '<b><i>'.repeat(40_000),
      '<p><li>'.repeat(30_000),
      `<ul>${'<li>x</li>'.repeat(4_900)}</ul>`,
      `<table>${'<tr><td>x</td></tr>'.repeat(2_400)}</table>`,
      '<a href="x">'.repeat(190),
      '<'.repeat(290_000),
      '&'.repeat(290_000),
    ])
      try {
        read(html);
      } catch (error) {
        expect(['html_too_deep', 'too_long']).toContain((error as { code?: string }).code);
      }
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(() => read('x'.repeat(400_000))).toThrow('too_long');
  });
});
