import { plainText, renderMarkdown } from './markdown.js';

describe('markdown', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;'],
    ['<img src=x onerror=alert(1)>', '&lt;img'],
  ])('shows tags as text: %s', (source, expected) => {
    expect(renderMarkdown(source).html).toContain(expected);
    expect(renderMarkdown(source).html).not.toMatch(/<(script|img)/);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    ' javascript:alert(1)',
    'java&#10;script:x',
  ])('makes no link to %s', (url) => expect(renderMarkdown(`[x](${url})`).html).not.toContain('href'));

  it.each(['https://a.example/b', 'http://a.example', 'mailto:a@b.example', 'fees', '/status', '#part', '../x', './x'])(
    'links to %s',
    (url) => expect(renderMarkdown(`[x](${url})`).html).toContain(`href="${url}"`),
  );

  it('gives away nothing to other sites', () => {
    expect(renderMarkdown('[x](https://a.example)').html).toContain('rel="noopener nofollow"');
    expect(renderMarkdown('[x](fees)').html).not.toContain('rel=');
  });

  it('shows pictures of ours, and of others their words', () => {
    const own = '/help/images/01a1f90c-984f-707c-aeda-26e5c95a6073';
    expect(renderMarkdown(`![截图](${own})`).html).toContain(`<img src="${own}" alt="截图" loading="lazy">`);
    for (const foreign of ['https://evil.example/x.png', '/files/x', 'data:image/png;base64,x', `${own}/../../x`])
      expect(renderMarkdown(`![<b>图</b>](${foreign})`).html).not.toMatch(/<img|<b>/);
  });

  it('lists the sections to jump to', () => {
    const { html, sections } = renderMarkdown('## 第一步 **看**\n\n### 小\n\n## b');
    expect(sections).toEqual([
      { id: 'section-1', title: '第一步 看' },
      { id: 'section-2', title: 'b' },
    ]);
    expect(html).toContain('<h2 id="section-2">');
  });

  it('takes the words out of the marks', () => {
    expect(plainText('## 标题\n\n**粗** [链接](fees)\n\n| a | b |\n|---|---|\n| c | d |')).toBe('标题 粗 链接 a b c d');
  });
});
