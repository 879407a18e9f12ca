import type { Token } from 'markdown-it';
import { isHan } from '../../platform/search/index.js';
import { parseMarkdown } from './markdown.js';

const MOST_STEPS = 6;
const STEP_LENGTH = 200;
const PASSAGE_LENGTH = 800;

/** What stands below one heading of its own, as far as it can be followed step by step. */
export interface ArticlePart {
  /** Empty: it stands below none. */
  heading: string;
  /** Of its first list of steps, else of its first numbered list; a few, each short, without marks. None when there is no such list. */
  steps: string[];
}

export interface Passages {
  /** In order. */
  parts: ArticlePart[];
  /** Everything that it says, without marks, a heading with what stands below it. */
  passages: string[];
}

/** An article's text in pieces that can be told or quoted. @throws nothing: any text is Markdown */
export function passagesOf(source: string): Passages {
  const tokens = parseMarkdown(source);
  return { parts: partsOf(tokens), passages: sectionsOf(tokens) };
}

const isBreak = ({ type }: Token): boolean => type.endsWith('break');

const wordsOf = (token: Token): string =>
  (token.children ?? [])
    .map((child) => (isBreak(child) ? ' ' : child.content))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** Mark a link in plain text, where nobody sees any more that it is one. For private use: an author’s own are left out. */
const LINK_OPENS = '\uE000';
const LINK_CLOSES = '\uE001';
/** A link that is a clause of its own: 每条可申诉 2 次，没通过怎么办。 */
const ALONE = /(^|[。！？；，：.!?;,:]\s?)\uE000([^\uE000\uE001]+)\uE001(?=\s?(?:$|[。！？；，.!?;,]))/gu;

/** The same where a link cannot be followed: its words say that there is more to read. */
function wordsWithoutLinks(token: Token): string {
  const marked = (token.children ?? [])
    .map((child) => {
      if (child.type === 'link_open') return LINK_OPENS;
      if (child.type === 'link_close') return LINK_CLOSES;
      return isBreak(child) ? ' ' : child.content.replace(/[\uE000\uE001]/g, '');
    })
    .join('')
    .replace(
      ALONE,
      (_, before: string, words: string) => before + (isHan(words) ? `详见“${words}”` : `see “${words}”`),
    );
  return marked
    .replace(/[\uE000\uE001]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What makes a part of what stands above all headings; a sentence or two do not. */
const BLOCKS = ['table_open', 'bullet_list_open'];
/** 第二步：…, Step 2: … */
const NUMBERED = /^(?:第\s*[一二三四五六七八九十\d]+\s*步|step\s+\d+)\s*[:：.、]?\s*(.+)$/iu;

function partsOf(tokens: readonly Token[]): ArticlePart[] {
  const begins = tokens.flatMap(({ type, level }, index) => (type === 'heading_open' && level === 0 ? [index] : []));
  const parts = [-1, ...begins].flatMap((begin, index, all) => {
    const heading = begin === -1 ? '' : cut(wordsOf(tokens[begin + 1] as Token), STEP_LENGTH);
    const between = tokens.slice(begin + 1, all[index + 1]);
    const steps = stepsOf(between);
    const isSome = heading !== '' || steps.length > 0 || between.some(({ type }) => BLOCKS.includes(type));
    return isSome ? [{ heading, steps }] : [];
  });
  return withSeries(parts);
}

/** Headings that are numbered as steps are the steps of the whole; what stands below each is for those who open the article. */
function withSeries(parts: readonly ArticlePart[]): ArticlePart[] {
  const isStep = ({ heading, steps }: ArticlePart) => steps.length === 0 && NUMBERED.test(heading);
  const series = parts.filter(isStep).map(({ heading }) => NUMBERED.exec(heading)?.[1] as string);
  if (series.length < 2) return [...parts];
  return [{ heading: '', steps: series.slice(0, MOST_STEPS) }, ...parts.filter((part) => !isStep(part))];
}

function stepsOf(tokens: readonly Token[]): string[] {
  const lists = tokens.flatMap((token, index) => (token.type === 'ordered_list_open' ? [index] : []));
  const isMarked = (index: number) => tokens[index]?.attrGet('class') === 'steps';
  const start = lists.find(isMarked) ?? lists.find((index) => tokens[index]?.level === 0);
  if (start === undefined) return [];
  const level = (tokens[start] as Token).level;
  const steps: string[] = [];
  for (const token of tokens.slice(start + 1)) {
    if (token.type === 'ordered_list_close' && token.level === level) break;
    if (token.type === 'list_item_open' && token.level === level + 1) steps.push('');
    // What stands in a list within a step is for those who open the article.
    else if (token.type === 'inline' && token.level === level + 3 && steps.at(-1) === '')
      steps[steps.length - 1] = cut(wordsWithoutLinks(token), STEP_LENGTH);
  }
  return steps.filter((step) => step !== '').slice(0, MOST_STEPS);
}

function sectionsOf(tokens: readonly Token[]): string[] {
  const sections: string[][] = [[]];
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open' && token.level === 0) sections.push([]);
    if (token.type === 'inline') {
      const words = wordsOf(token);
      // Cells of one row stand beside each other.
      const isCell = tokens[index - 1]?.type === 'td_open';
      const line = sections.at(-1) as string[];
      if (isCell && tokens[index - 2]?.type === 'td_close') line.push(`${line.pop() ?? ''} — ${words}`);
      else line.push(words);
    } else if (token.type === 'fence' || token.type === 'code_block') sections.at(-1)?.push(token.content.trim());
  }
  return sections.flatMap((lines) => pieces(lines.filter((line) => line !== '')));
}

/** Long ones in several pieces, at the end of a line where there is one. */
function pieces(lines: readonly string[]): string[] {
  const found: string[] = [];
  for (const line of lines.flatMap((one) => one.match(/.{1,800}/gsu) ?? [])) {
    const last = found.at(-1);
    if (last !== undefined && last.length + line.length < PASSAGE_LENGTH) found[found.length - 1] = `${last}\n${line}`;
    else found.push(line);
  }
  return found;
}

function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
