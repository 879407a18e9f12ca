import { wellFormed } from '../../../platform/http/index.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what goes.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text that a database takes and a screen shows: one kind of line break, no control characters, no half an emoji. */
export const tidy = (text: string): string => wellFormed(text.replace(/\r\n?/g, '\n').replace(UNSEEN, ''));

/** On one line. */
export const oneLine = (text: string): string => tidy(text).replace(/\s+/g, ' ').trim();

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** The words of HTML, where there is nothing better. What it becomes is shown as text, whatever stands in it. */
export const wordsOfHtml = (html: string): string =>
  html
    .replace(/<(?:br|\/p|\/div|\/li|\/tr)[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
