import { fold, isHan } from '../../platform/search/index.js';

const LETTER = /[\p{Letter}\p{Number}]/u;

/** Whether a text says one of the words that an administrator wrote: anywhere in Chinese, as whole words in English. */
export function saysOneOf(words: readonly string[], text: string): boolean {
  if (words.length === 0) return false;
  const folded = fold(text);
  return words.some((word) => says(fold(word.trim()), folded));
}

function says(word: string, text: string): boolean {
  if (word === '') return false;
  if (isHan(word)) return text.includes(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true;
  }
  return false;
}

/** Chinese beside an English word is no part of it. */
const isLetter = (character: string | undefined): boolean =>
  character !== undefined && LETTER.test(character) && !isHan(character);
