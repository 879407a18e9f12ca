import { createDocument } from '@mixmark-io/domino';
import fc from 'fast-check';
import { renderMarkdown, VIDEO_HOSTS } from './markdown.js';

/** Every tag that an article may consist of, and what it may say. */
const ALLOWED: Record<string, Record<string, RegExp>> = {
  ...Object.fromEntries(
    'br hr em strong s ul li blockquote table thead tbody tr summary h1 h3 h4 h5 h6 pre'
      .split(' ')
      .map((tag) => [tag, {}]),
  ),
  h2: { id: /^section-\d+$/ },
  ol: { class: /^steps$/, start: /^\d+$/ },
  code: { class: /^language-\S+$/ },
  th: { scope: /^col$/, style: /^text-align:(?:left|center|right)$/ },
  td: { style: /^text-align:(?:left|center|right)$/ },
  div: { class: /^table$/, tabindex: /^0$/ },
  aside: { class: /^callout callout-(?:note|tip|warning)$/, role: /^note$/ },
  p: { class: /^callout-title$/ },
  details: { class: /^video$/ },
  a: {
    href: /^(?:https?:\/\/|mailto:|(?!\/\/)[#./]|[a-z0-9-]+(?:[/?#]|$))/i,
    title: /^/,
    rel: /^noopener nofollow$/,
  },
  img: { src: /^\/help\/images\/[0-9a-f-]{36}$/, alt: /^/, title: /^/, loading: /^lazy$/ },
  iframe: {
    src: new RegExp(`^(?:${VIDEO_HOSTS.join('|')})/[\\w./?&=-]+$`),
    title: /^/,
    loading: /^lazy$/,
    sandbox: /^allow-scripts allow-same-origin allow-presentation$/,
    allow: /^fullscreen; picture-in-picture$/,
    referrerpolicy: /^(?:no-referrer|strict-origin)$/,
  },
};

function forbiddenIn(html: string): string[] {
  return [...createDocument(`<body>${html}`).body.querySelectorAll('*')].flatMap((element) => {
    const tag = element.localName;
    const attributes = ALLOWED[tag];
    if (!attributes) return [`<${tag}>`];
    return [...element.attributes].flatMap(({ name, value }) =>
      attributes[name]?.test(value) ? [] : [`<${tag} ${name}=${JSON.stringify(value)}>`],
    );
  });
}

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '\n',
      '\n\n',
      ' ',
      '    ',
      '\t',
      '> ',
      '> [!NOTE]\n> ',
      '> [!warning]\n',
      '> [!TIP] x',
      '1. ',
      '- ',
      '# ',
      '## ',
    ],
    ...[
      '::: steps\n',
      ':::\n',
      ':::',
      '```\n',
      '```html\n',
      '`',
      '**',
      '_',
      '~~',
      '|',
      '|---|---|\n',
      '![',
      '[',
      ']',
      ')',
    ],
    ...['](', '](<', '>', '<', '"', "'", '&', '&#106;', '&colon;', '&Tab;', '\\', '\0', '\ud800', '\u2028'],
    ...['javascript:alert(1)', 'JaVaScRiPt:', 'data:text/html,<script>', 'vbscript:', '//evil.example', 'file:///etc'],
    ...[
      '<script>',
      '</script>',
      '<img src=x onerror=alert(1)>',
      '<iframe src=//evil>',
      '<!--',
      ']]>',
      '<svg/onload=x>',
    ],
    ...[
      '](',
      ']()',
      '" onload="x',
      "' autofocus onfocus='x",
      '</title>',
      '</summary>',
      '<https://youtu.be/dQw4w9WgXcQ>',
    ],
    ...[
      'https://www.bilibili.com/video/BV1xx411c7mD',
      'https://youtu.be/dQw4w9WgXcQ',
      'https://vimeo.com/76979871/abcdef',
    ],
    ...['https://youtu.be/"onload=x', 'https://www.bilibili.com/video/BV1xx411c7mD?p=2&t="><script>', '?v=x&t=9'],
    ...['/help/images/01a1f90c-984f-707c-aeda-26e5c95a6073', 'https://evil.example/x.png', 'fees', '#x', '../x'],
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const source = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('what readers get of any text', () => {
  it('consists of what is allowed and nothing else', () => {
    fc.assert(
      fc.property(source, (text) => {
        expect(forbiddenIn(renderMarkdown(text, 'zh-CN').html)).toEqual([]);
      }),
      { numRuns: Number(process.env.DEEP_RUNS ?? 3_000) },
    );
  });

  it('is also made of nothing else when a video’s title is an attack', () => {
    const titles = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('').replace(/\n/g, ' '));
    fc.assert(
      fc.property(titles, (title) => {
        const { html } = renderMarkdown(`[${title}](https://youtu.be/dQw4w9WgXcQ)`, 'en');
        expect(forbiddenIn(html)).toEqual([]);
      }),
      { numRuns: Number(process.env.DEEP_RUNS ?? 500) },
    );
  });

  it('takes no time that grows with the square of the text', () => {
    for (const hard of [
      '> [!NOTE]\n\n',
      '::: steps\n',
      '[x](https://youtu.be/dQw4w9WgXcQ)\n\n',
      '> '.repeat(90),
      '[![',
    ])
      expect(timeOf(() => renderMarkdown(hard.repeat(30_000 / hard.length), 'en'))).toBeLessThan(1_500);
  });
});

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
