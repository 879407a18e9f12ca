import TurndownService from 'turndown';
import { videoOf } from '../../markdown/videos.js';
import type { ImportBooks } from '../imports/source.js';
import { ArticleImportRefused } from '../package/article-import-refused.js';
import { tableRules } from './tables.js';

/** Longer than any article that fits, even with all its marks. */
const LONGEST = 300_000;
/** The parser's work grows with the square of both; no article that fits has as many. */
const MOST_TAGS = 10_000;
const DEEPEST = 200;
/** What nobody means to be read, or what would act by itself. */
const DANGEROUS = [
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'input',
  'textarea',
  'select',
  'link',
  'meta',
  'template',
  'noscript',
  'svg',
  'math',
  'base',
  'frame',
  'frameset',
  'applet',
  'audio',
  'canvas',
];

/** More of what shows as nothing than anybody means; `turndown` would take the square of its length. */
const EMPTINESS = /((?:\s|&nbsp;|&#160;|&#xa0;|<br ?\/?>){60})(?:\s|&nbsp;|&#160;|&#xa0;|<br ?\/?>)+/gi;
/** No address of a picture, a page or a player is longer. */
const LONGEST_ADDRESS = 2_000;

/** Only while one text is worked out: `turndown` itself knows nothing of pictures and links of a file. */
let books: ImportBooks | undefined;
/** How many items of a list are written; they come in their order. */
const counted = new WeakMap<object, number>();

const service = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
  hr: '---',
});

service.addRule('headings', {
  filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  replacement: (content, node) => {
    const words = content.replace(/\s+/g, ' ').trim();
    // The title of the page is its one heading of the first level.
    const level = Math.max(2, Number(node.nodeName.slice(1)));
    return words ? `\n\n${'#'.repeat(level)} ${words}\n\n` : '';
  },
});
service.addRule('listItem', {
  filter: 'li',
  replacement: (content, node, options) => {
    const parent = node.parentNode as HTMLElement | null;
    const isNumbered = parent?.nodeName === 'OL';
    const index = parent ? (counted.get(parent) ?? 0) : 0;
    if (parent) counted.set(parent, index + 1);
    const mark = isNumbered
      ? `${Number(parent?.getAttribute('start') || 1) + index}. `
      : `${options.bulletListMarker} `;
    const text = content
      .replace(/^\n+/, '')
      .replace(/\n+$/, '\n')
      .replace(/\n/gm, `\n${' '.repeat(mark.length)}`);
    return `${mark}${text.trimEnd()}${node.nextSibling ? '\n' : ''}`;
  },
});
service.addRule('pictures', { filter: 'img', replacement: (_content, node) => picture(node as HTMLElement) });
service.addRule('links', {
  filter: (node) => node.nodeName === 'A' && node.hasAttribute('href'),
  replacement: (content, node) => link(content, addressIn(node as HTMLElement, 'href')),
});
service.addRule('boxes', {
  filter: (node) => ['DIV', 'ASIDE', 'BLOCKQUOTE', 'P'].includes(node.nodeName) && kindOf(node) !== undefined,
  replacement: (content, node) => {
    const lines = [`[!${kindOf(node as HTMLElement)}]`, ...content.trim().split('\n')];
    return `\n\n${lines.map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`;
  },
});
service.addRule('dangerous', {
  filter: (node) => DANGEROUS.includes(node.nodeName.toLowerCase()),
  replacement: (_content, node) => dropped(node as HTMLElement),
});
for (const [name, rule] of Object.entries(tableRules)) service.addRule(name, rule);

/**
 * An article's HTML as Markdown of ours: pictures and links of the same file found again, videos and boxes kept, whatever could act
 * taken out and said.
 * @throws ArticleImportRefused when it is too long, or nested so deeply that nobody wrote it
 */
export function htmlToMarkdown(html: string, given: ImportBooks): string {
  if (html.length > LONGEST) throw new ArticleImportRefused('too_long', 'HTML');
  requireModest(html);
  if (/\son[a-z]+\s*=|javascript:/i.test(html)) given.say({ code: 'html_removed', detail: 'on…, javascript:' });
  books = given;
  try {
    return service.turndown(html.replace(EMPTINESS, '$1')).trim();
  } catch (cause) {
    if (cause instanceof RangeError) throw new ArticleImportRefused('html_too_deep', undefined, { cause });
    throw cause;
  } finally {
    books = undefined;
  }
}

/** Those that need no end, or end by themselves. */
const SHORT =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|option|td|th|tr|thead|tbody|tfoot)$/i;

function requireModest(html: string): void {
  let tags = 0;
  let depth = 0;
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    tags += 1;
    if (tags > MOST_TAGS) throw new ArticleImportRefused('too_long', 'HTML');
    if (SHORT.test(name)) continue;
    depth = end ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) throw new ArticleImportRefused('html_too_deep');
  }
}

function picture(node: HTMLElement): string {
  const src = addressIn(node, 'src');
  const words = (node.getAttribute('alt') ?? '').replace(/[[\]\n]/g, ' ').trim();
  if (!src || /^(?:data|javascript):/i.test(src)) {
    books?.say({ code: 'image_refused', detail: src.slice(0, 60) });
    return words;
  }
  const own = books?.picture(src);
  if (own === undefined)
    books?.say({ code: /^https?:/i.test(src) ? 'image_remote' : 'image_missing', detail: src.slice(0, 300) });
  return `![${words}](${own || address(src)})`;
}

function link(content: string, href: string): string {
  const words = content.trim();
  if (!words) return '';
  const external = /\/articles\/(\d+)/.exec(href)?.[1];
  const slug = external && books?.slugOf(external);
  if (slug) return `[${words}](${slug}${/#.*$/.exec(href)?.[0] ?? ''})`;
  if (!/^(?:https?:|mailto:|#)/i.test(href)) return words;
  return `[${words}](${address(href)})`;
}

/** A player becomes the link that our pages make a player of. */
function dropped(node: HTMLElement): string {
  const name = node.nodeName.toLowerCase();
  const src = name === 'iframe' ? addressIn(node, 'src').replace(/^\/\//, 'https://') : '';
  const video = src && videoOf(asPage(src));
  if (video) return `\n\n[${(node.getAttribute('title') ?? video.host).replace(/[[\]\n]/g, ' ')}](${video.page})\n\n`;
  books?.say({ code: 'html_removed', detail: src ? `${name} ${src.slice(0, 200)}` : name });
  return '';
}

/** Players of the hosts, as the page of the video. */
function asPage(src: string): string {
  if (!URL.canParse(src)) return src;
  const { hostname, pathname, searchParams } = new URL(src);
  const video = /^\/video\/(\d+)\/?$/.exec(pathname)?.[1];
  if (hostname === 'player.vimeo.com' && video)
    return ['https://vimeo.com', video, searchParams.get('h')].filter(Boolean).join('/');
  const bvid = searchParams.get('bvid');
  return hostname === 'player.bilibili.com' && bvid ? `https://www.bilibili.com/video/${bvid}` : src;
}

/** As a browser reads it: without line breaks and tabs. What is too long for an address is none. */
function addressIn(node: HTMLElement, attribute: 'src' | 'href'): string {
  const written = (node.getAttribute(attribute) ?? '').trim();
  if (/^data:/i.test(written)) return written.slice(0, 60);
  return written.length > LONGEST_ADDRESS ? '' : written.replace(/[\t\r\n]/g, '');
}

const address = (url: string): string =>
  encodeURI(decodeSafely(url)).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'));

function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** Boxes as the themes of Zendesk and their editors' templates name them. */
function kindOf(node: HTMLElement): 'NOTE' | 'TIP' | 'WARNING' | undefined {
  const name = ` ${(node.getAttribute('class') ?? '').toLowerCase()} `;
  if (/[\s_-](?:warning|danger|caution|alert|important)[\s_-]/.test(name)) return 'WARNING';
  if (/[\s_-](?:tip|success|hint)[\s_-]/.test(name)) return 'TIP';
  return /[\s_-](?:callout|note|info|notice|admonition)[\s_-]/.test(name) ? 'NOTE' : undefined;
}
