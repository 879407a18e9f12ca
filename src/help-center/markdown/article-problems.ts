import type { Token } from 'markdown-it';
import type { ArticleProblemKind } from '../../contract/index.js';
import { OWN_PICTURE, parseMarkdown } from './markdown.js';

/** Something in a text, and the line where it stands, from 1. */
export interface Found {
  kind: ArticleProblemKind;
  line: number;
  detail: string;
}

export interface ReadText {
  /** What is wrong whatever else there is. */
  problems: Found[];
  /** Pictures of ours, by id. */
  images: { id: string; line: number }[];
  /** Other articles that it links to, by slug. */
  articles: { slug: string; line: number }[];
}

const LONGEST_DETAIL = 120;

/** Looks through an article's text, as its editor should before readers do. */
export function readText(source: string): ReadText {
  const read: ReadText = { problems: [], images: [], articles: [] };
  let heading = 1;
  let steps: number | undefined;
  let line = 1;
  const say = (kind: ArticleProblemKind, detail: string) =>
    read.problems.push({ kind, line, detail: detail.slice(0, LONGEST_DETAIL) });
  const tokens = parseMarkdown(source);
  for (const [index, token] of tokens.entries()) {
    if (token.map) line = token.map[0] + 1;
    if (token.type === 'heading_open') {
      const level = Number(token.tag.slice(1));
      const words = tokens[index + 1]?.content ?? '';
      if (level === 1) say('heading_top', words);
      else if (level > heading + 1) say('heading_skipped', words);
      heading = level;
    }
    if (token.type === 'steps_open') steps = line;
    if (token.type === 'steps_close') steps = undefined;
    if (token.type === 'inline') {
      const mark = /^\[!\w*\]/.exec(token.content);
      if (mark && tokens[index - 2]?.type === 'blockquote_open') say('callout_unknown', mark[0]);
      for (const child of token.children ?? []) lookAt(child, read, line, say);
    }
  }
  if (steps !== undefined) read.problems.push({ kind: 'steps_unclosed', line: steps, detail: '::: steps' });
  return read;
}

function lookAt(
  child: Token,
  read: ReadText,
  line: number,
  say: (kind: ArticleProblemKind, detail: string) => void,
): void {
  if (child.type === 'image') {
    const src = String(child.attrGet('src'));
    const id = OWN_PICTURE.exec(src)?.[1];
    if (id) read.images.push({ id, line });
    else say('image_foreign', src);
    if (id && !child.content.trim()) say('image_wordless', src);
  }
  if (child.type === 'link_open') {
    const slug = articleIn(String(child.attrGet('href')));
    if (slug !== undefined) read.articles.push({ slug, line });
  }
  // What was meant as a link and is none: readers would see its marks.
  const refused = child.type === 'text' && /!?\[[^\][\n]{0,300}\]\([^)\s]{0,2000}\)/.exec(child.content);
  if (refused) say('link_refused', refused[0]);
}

/** Which article a link of an article leads to, if it is one of ours. */
export function articleIn(href: string): string | undefined {
  const url = URL.canParse(href, BASE) ? new URL(href, BASE) : undefined;
  if (!url || url.origin !== new URL(BASE).origin || href.startsWith('#')) return undefined;
  return /^\/help\/(?:zh-CN|en)\/articles\/([^/]+)$/.exec(url.pathname)?.[1];
}

const BASE = 'https://desk.invalid/help/en/articles/x';
