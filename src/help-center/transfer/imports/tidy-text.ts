import { wellFormed } from '../../../platform/http/index.js';
import { plainText } from '../../markdown/markdown.js';

const EXCERPT = 150;

/** Without the characters that the editor refuses, and with one kind of line break. */
export function tidyText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what is taken out.
  return wellFormed(text.replace(/\r\n?/g, '\n')).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
}

/** The same text as far as anybody can tell: line breaks and empty lines at its ends aside. */
export const sameText = (one: string, other: string): boolean => edges(one) === edges(other);

const edges = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();

/** The first sentences of a text, for lists and results. */
export function excerptOf(bodyMarkdown: string): string {
  const words = plainText(bodyMarkdown.slice(0, 4_000));
  if (words.length <= EXCERPT) return words;
  const start = wellFormed(words.slice(0, EXCERPT));
  const end = Math.max(...['。', '！', '？', '. ', '! ', '? '].map((mark) => start.lastIndexOf(mark)));
  return end > 40 ? start.slice(0, end + 1) : `${start.slice(0, EXCERPT - 1).trimEnd()}…`;
}
