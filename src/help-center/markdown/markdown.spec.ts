import { plainText, renderMarkdown } from './markdown.js';

describe('markdown', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;'],
    ['<img src=x onerror=alert(1)>', '&lt;img'],
  ])('shows tags as text: %s', (source, expected) => {
    expect(renderMarkdown(source, 'zh-CN').html).toContain(expected);
    expect(renderMarkdown(source, 'zh-CN').html).not.toMatch(/<(script|img)/);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    ' javascript:alert(1)',
    'java&#10;script:x',
  ])('makes no link to %s', (url) => expect(renderMarkdown(`[x](${url})`, 'zh-CN').html).not.toContain('href'));

  it.each([
    'https://a.example/b',
    'http://a.example',
    'mailto:a@b.example',
    'fees',
    '/status',
    '#part',
    '../../x',
    '../x',
  ])('links to %s', (url) => expect(renderMarkdown(`[x](${url})`, 'zh-CN').html).toContain(`href="${url}"`));

  it('gives away nothing to other sites', () => {
    expect(renderMarkdown('[x](https://a.example)', 'en').html).toContain('rel="noopener nofollow"');
    expect(renderMarkdown('[x](fees)', 'en').html).not.toContain('rel=');
  });

  it('shows pictures of ours, and of others their words', () => {
    const own = '/help/images/01a1f90c-984f-707c-aeda-26e5c95a6073';
    expect(renderMarkdown(`![截图](${own})`, 'zh-CN').html).toContain(`<img src="${own}" alt="截图" loading="lazy">`);
    for (const foreign of ['https://evil.example/x.png', '/files/x', 'data:image/png;base64,x', `${own}/../../x`])
      expect(renderMarkdown(`![<b>图</b>](${foreign})`, 'zh-CN').html).not.toMatch(/<img|<b>/);
  });

  it('lists the sections to jump to', () => {
    const { html, sections } = renderMarkdown('## 第一步 **看**\n\n### 小\n\n## b', 'zh-CN');
    expect(sections).toEqual([
      { id: 'section-1', title: '第一步 看' },
      { id: 'section-2', title: 'b' },
    ]);
    expect(html).toContain('<h2 id="section-2">');
  });

  it('takes the words out of the marks', () => {
    expect(plainText('## 标题\n\n**粗** [链接](fees)\n\n| a | b |\n|---|---|\n| c | d |')).toBe(
      '标题 粗 链接 a · b c · d',
    );
    expect(renderMarkdown('**钱不会丢。**余额', 'zh-CN').html).toBe('<p><strong>钱不会丢。</strong>余额</p>\n');
    expect(plainText('失败时，**钱不会丢**：`退回`余额\n再看')).toBe('失败时，钱不会丢：退回余额 再看');
  });

  it('sets a note, a hint and a warning in a box with a name in the reader’s language', () => {
    expect(renderMarkdown('> [!NOTE]\n> 一 **二**\n>\n> 三', 'zh-CN').html).toBe(
      '<aside class="callout callout-note" role="note"><p class="callout-title">说明</p>\n' +
        '<p>一 <strong>二</strong></p>\n<p>三</p>\n</aside>\n',
    );
    expect(renderMarkdown('> [!tip]\n>\n> - a', 'en').html).toMatch(
      /^<aside class="callout callout-tip" role="note"><p class="callout-title">Tip<\/p>\s*<ul>/,
    );
    expect(renderMarkdown('1. > [!WARNING]\n   > a\n\n> [!NOTE] b', 'en').html).toMatch(
      /<li>\s*<aside class="callout callout-warning".*<\/aside>\s*<\/li>[\s\S]*<blockquote>\s*<p>\[!NOTE\] b/s,
    );
  });

  it('leaves other quotes as they are, also around a box', () => {
    const { html } = renderMarkdown('> a\n>\n> > [!NOTE]\n> > b\n>\n> c\n\n> [!DANGER]\n> d', 'en');
    expect(html.replace(/\n/g, '')).toMatch(
      /^<blockquote><p>a<\/p><aside.*<p>b<\/p><\/aside><p>c<\/p><\/blockquote><blockquote>/,
    );
  });

  it('counts the steps of a list between ::: steps and :::', () => {
    const { html } = renderMarkdown('前\n::: steps\n1. 一\n   - 甲\n2. 二\n:::\n\n1. 别的', 'zh-CN');
    expect(html.replace(/\n/g, '')).toBe(
      '<p>前</p><ol class="steps"><li>一<ul><li>甲</li></ul></li><li>二</li></ol><ol><li>别的</li></ol>',
    );
    expect(renderMarkdown('```\n::: steps\n```\n\n1. a', 'en').html).not.toContain('class="steps"');
  });

  const VIDEOS = [
    [
      'https://www.bilibili.com/video/BV1xx411c7mD',
      'https://player.bilibili.com/player.html?bvid=BV1xx411c7mD&amp;p=1&amp;autoplay=0',
    ],
    [
      'https://m.bilibili.com/video/av170001/?p=3&t=20',
      'https://player.bilibili.com/player.html?aid=170001&amp;p=3&amp;autoplay=0&amp;t=20',
    ],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=x', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://youtu.be/dQw4w9WgXcQ?t=42s', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=42'],
    ['https://www.youtube.com/shorts/dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://vimeo.com/76979871/0123abcdef', 'https://player.vimeo.com/video/76979871?dnt=1&amp;h=0123abcdef'],
  ] as const;

  it.each(VIDEOS)('shows the player of %s, shut', (link, player) => {
    for (const text of [`[看视频](${link})`, `<${link}>`, link]) {
      const { html, hasVideo } = renderMarkdown(`前\n\n${text}\n\n后`, 'zh-CN');
      expect(hasVideo).toBe(true);
      expect(html).toMatch(
        /^<p>前<\/p>\n<details class="video"><summary>▶ (看视频|\w+ 视频)<\/summary>\n<iframe [\s\S]*<\/details>\n<p>后<\/p>\n$/,
      );
      expect(html).toContain(`src="${player}" `);
    }
  });

  it.each([
    'https://www.bilibili.com/video/BV1xx411c7m',
    'https://www.bilibili.com.evil.example/video/BV1xx411c7mD',
    'https://www.bilibili.com:8443/video/BV1xx411c7mD',
    'https://a@youtu.be/dQw4w9WgXcQ',
    'https://youtu.be/dQw4w9WgXcQ/../x',
    'https://www.youtube.com/watch?v=dQw4w9WgXc%22',
    'https://vimeo.com/channels/x',
    'https://evil.example/embed/dQw4w9WgXcQ',
    '//youtu.be/dQw4w9WgXcQ',
    'fees',
  ])('leaves %s a link', (link) => {
    const { html, hasVideo } = renderMarkdown(`[x](${link})`, 'en');
    expect(hasVideo).toBe(false);
    expect(html).not.toContain('<iframe');
  });

  it('leaves a video’s link within a sentence or a list a link', () => {
    const link = '[看](https://youtu.be/dQw4w9WgXcQ)';
    for (const text of [`先${link}`, `${link}再说`, `${link} ${link}`, `- ${link}`, `${link}\n${link}`, `# ${link}`])
      expect(renderMarkdown(text, 'zh-CN').html).not.toContain('<iframe');
  });

  it('gives the search words alone', () => {
    expect(
      plainText(
        '> [!NOTE]\n> 先看账单\n\n::: steps\n1. 点开\n:::\n\n[怎么看账单](https://youtu.be/dQw4w9WgXcQ)\n\nhttps://youtu.be/dQw4w9WgXcQ',
      ),
    ).toBe('先看账单 点开 怎么看账单');
  });
});
