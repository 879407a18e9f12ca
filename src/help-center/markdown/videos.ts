import type { MarkdownIt, Token } from 'markdown-it';
import type { Locale } from '../../contract/index.js';

/** A video at one of the hosts whose players may stand in a page of ours. */
export interface Video {
  /** What the host is called. */
  host: string;
  /** Made by us from the parts of the link; nothing of the link itself is in it. */
  player: string;
  /** Its page at the host. */
  page: string;
}

const BILIBILI = 'https://player.bilibili.com';
const YOUTUBE = 'https://www.youtube-nocookie.com';
const VIMEO = 'https://player.vimeo.com';

/** Origins of the players, for `frame-src`. */
export const VIDEO_HOSTS: readonly string[] = [BILIBILI, YOUTUBE, VIMEO];

/** @returns the video that a link leads to; undefined: it is an ordinary link */
export function videoOf(link: string): Video | undefined {
  if (!/^https?:\/\//i.test(link) || !URL.canParse(link)) return undefined;
  const { hostname, port, username, pathname, searchParams } = new URL(link);
  if (port || username) return undefined;
  switch (hostname.replace(/^(?:www|m)\./, '')) {
    case 'bilibili.com':
      return bilibili(pathname, searchParams);
    case 'youtube.com':
    case 'youtube-nocookie.com':
      return youtube(
        /^\/(?:embed|shorts|live)\/([^/]+)\/?$/.exec(pathname)?.[1] ?? (pathname === '/watch' && searchParams.get('v')),
        searchParams,
      );
    case 'youtu.be':
      return youtube(pathname.slice(1), searchParams);
    case 'vimeo.com':
      return vimeo(pathname);
  }
  return undefined;
}

function bilibili(path: string, search: URLSearchParams): Video | undefined {
  const [, bvid, aid] = /^\/video\/(?:(BV[0-9A-Za-z]{10})|av(\d{1,16}))\/?$/.exec(path) ?? [];
  if (!bvid && !aid) return undefined;
  const part = whole(search.get('p'), 1_000) ?? 1;
  const start = whole(search.get('t'), 100_000);
  const query = new URLSearchParams({ ...(bvid ? { bvid } : { aid: aid ?? '' }), p: String(part), autoplay: '0' });
  if (start) query.set('t', String(start));
  return {
    host: 'bilibili',
    player: `${BILIBILI}/player.html?${query}`,
    page: `https://www.bilibili.com/video/${bvid ?? `av${aid}`}${part > 1 ? `?p=${part}` : ''}`,
  };
}

function youtube(id: string | false | null, search: URLSearchParams): Video | undefined {
  if (!id || !/^[\w-]{11}$/.test(id)) return undefined;
  const start = whole((search.get('t') ?? search.get('start'))?.replace(/s$/, ''), 100_000);
  return {
    host: 'YouTube',
    player: `${YOUTUBE}/embed/${id}${start ? `?start=${start}` : ''}`,
    page: `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}` : ''}`,
  };
}

function vimeo(path: string): Video | undefined {
  const [, id, key] = /^\/(\d{1,12})(?:\/([0-9a-f]{6,20}))?\/?$/.exec(path) ?? [];
  if (!id) return undefined;
  return {
    host: 'Vimeo',
    player: `${VIMEO}/video/${id}?dnt=1${key ? `&h=${key}` : ''}`,
    page: `https://vimeo.com/${id}${key ? `/${key}` : ''}`,
  };
}

/** A number of the link, when it is one and sensible. */
function whole(text: string | null | undefined, most: number): number | undefined {
  return text && /^\d{1,6}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}

type VideoToken = Token & { meta: Video & { title: string } };

const WORDS = {
  'zh-CN': { video: '视频', watch: (host: string) => `在 ${host} 观看` },
  en: { video: 'Video', watch: (host: string) => `Watch on ${host}` },
} as const satisfies Record<Locale, unknown>;

/** A paragraph that is only a link to a video becomes its player, which loads nothing before the reader opens it. */
export function videos(markdown: MarkdownIt): void {
  markdown.core.ruler.push('videos', ({ tokens }) => {
    tokens.forEach((open, index) => {
      const [inline, close] = tokens.slice(index + 1, index + 3);
      if (open.type !== 'paragraph_open' || open.hidden || !inline?.children || !close) return;
      const [first, ...rest] = inline.children.filter(({ type, content }) => type !== 'text' || content.trim() !== '');
      const link = first?.type === 'text' && rest.length === 0 ? first.content.trim() : soleLink([first, ...rest]);
      const video = link && videoOf(link);
      if (!video) return;
      open.type = 'video';
      open.nesting = 0;
      const words = inline.children
        .filter(({ type }) => type !== 'link_open' && type !== 'link_close')
        .map(({ content }) => content);
      const called = words.join('').trim();
      const title = URL.canParse(called) ? '' : called;
      open.meta = { ...video, title };
      // What the video is called stays for the search; a bare address says nothing.
      inline.type = 'video_words';
      if (!title) inline.children = [];
      close.type = 'video_end';
    });
  });
  markdown.renderer.rules.video = (tokens, index, _options, env) => {
    const { host, player, page, title } = (tokens[index] as VideoToken).meta;
    const words = WORDS[env?.locale as Locale];
    const { escapeHtml } = markdown.utils;
    const name = escapeHtml(title || `${host} ${words.video}`);
    if (env?.withoutPlayers)
      return `<p class="video"><a href="${escapeHtml(page)}" rel="noopener nofollow">▶ ${name} · ${words.watch(host)}</a></p>\n`;
    // YouTube plays only for a site that says who it is; the others are told nothing.
    const referrer = host === 'YouTube' ? 'strict-origin' : 'no-referrer';
    return `<details class="video"><summary>▶ ${name}</summary>
<iframe src="${escapeHtml(player)}" title="${name}" loading="lazy" sandbox="allow-scripts allow-same-origin allow-presentation" allow="fullscreen; picture-in-picture" referrerpolicy="${referrer}"></iframe>
<p><a href="${escapeHtml(page)}" rel="noopener nofollow">${words.watch(host)}</a></p>
</details>\n`;
  };
  markdown.renderer.rules.video_words = () => '';
  markdown.renderer.rules.video_end = () => '';
}

/** Where the one link leads that is all there is. */
function soleLink(children: (Token | undefined)[]): string | undefined {
  const [first, last] = [children[0], children.at(-1)];
  const links = children.filter((token) => token?.type === 'link_open').length;
  if (first?.type !== 'link_open' || last?.type !== 'link_close' || links !== 1) return undefined;
  return String(first.attrGet('href'));
}
