import MarkdownIt, { type Token } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import type { Locale } from '../../contract/index.js';
import { callouts } from './callouts.js';
import { steps } from './steps.js';
import { videos } from './videos.js';

export { VIDEO_HOSTS } from './videos.js';

/** Where an article's link may lead: the web, a mail address, or another page of ours. Anything else stays plain text. */
const ALLOWED_LINK = /^(?:https?:\/\/|mailto:|(?!\/\/)[#./]|[a-z0-9-]+(?:[/?#]|$))/i;

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })
  // Bold words may end in Chinese punctuation: **像这样。**接着写
  .use(cjkFriendly)
  .use(callouts)
  .use(steps)
  .use(videos);
markdown.validateLink = (url) => ALLOWED_LINK.test(url);

markdown.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
  const token = tokens[index];
  const href = String(token?.attrGet('href') ?? '');
  // `[words]()` leads nowhere: with an empty address it would reload the page.
  if (token && href === '') token.attrs = null;
  if (token && /^https?:/i.test(href)) token.attrSet('rel', 'noopener nofollow');
  return renderer.renderToken(tokens, index, options);
};
markdown.renderer.rules.table_open = () => '<div class="table" tabindex="0"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';
markdown.renderer.rules.th_open = () => '<th scope="col">';

/** Pictures are our own: a foreign one would tell its owner who reads, and the page's policy forbids it. */
export const OWN_PICTURE = /^\/help\/images\/([0-9a-f-]{36})$/;
const showPicture = markdown.renderer.rules.image;
markdown.renderer.rules.image = (tokens, index, options, env, renderer) => {
  const token = tokens[index];
  if (!token || !showPicture || !OWN_PICTURE.test(String(token.attrGet('src'))))
    return markdown.utils.escapeHtml(token?.content ?? '');
  token.attrSet('loading', 'lazy');
  return showPicture(tokens, index, options, env, renderer);
};

export interface RenderedArticle {
  /** Safe: marks of Markdown only; tags of the source come out as text. */
  html: string;
  /** The headings of the second level, to jump to. */
  sections: { id: string; title: string }[];
  /** Whether it has a player of one of `VIDEO_HOSTS`. */
  hasVideo: boolean;
}

/** What an article's text consists of. @throws nothing: any text is Markdown */
export const parseMarkdown = (source: string): Token[] => markdown.parse(source, {});

/**
 * @param locale of the words that are ours: titles of callouts, what stands below a video
 * @param options.withoutPlayers where no foreign frame may stand: a video is a link to its page
 */
export function renderMarkdown(
  source: string,
  locale: Locale,
  options: { withoutPlayers?: boolean } = {},
): RenderedArticle {
  const tokens = parseMarkdown(source);
  const sections: RenderedArticle['sections'] = [];
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open' || token.tag !== 'h2') return;
    const id = `section-${sections.length + 1}`;
    token.attrSet('id', id);
    sections.push({ id, title: tokens[index + 1]?.children?.map(({ content }) => content).join('') ?? '' });
  });
  return {
    html: markdown.renderer.render(tokens, markdown.options, { locale, ...options }),
    sections,
    hasVideo: tokens.some(({ type }) => type === 'video'),
  };
}

/** The words of an article's body without marks, for the search: a space between blocks, none where a mark stood. */
export function plainText(source: string): string {
  return parseMarkdown(source)
    .map((token, index, tokens) => (isBetweenCells(token, tokens[index + 1]) ? '·' : textOf(token)))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Cells of a row would read as one sentence. */
const isBetweenCells = (token: Token, next: Token | undefined): boolean =>
  /^t[hd]_close$/.test(token.type) && /^t[hd]_open$/.test(next?.type ?? '');

const textOf = ({ children, content }: Token): string => children?.map(wordsOf).join('') ?? content;

const wordsOf = ({ type, content }: Token): string => (type.endsWith('break') ? '\n' : content);
