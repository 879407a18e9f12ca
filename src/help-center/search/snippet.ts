import type { TextPart } from '../../contract/index.js';
import { isHan } from '../../platform/search/index.js';
import type { ArticleDocument } from './article-search.js';
import { type Mark, type Marker, partsOf } from './marks.js';

/** About two lines. Chinese says more in fewer characters. */
const WIDTH = { 'zh-CN': 90, en: 180 } as const;
/** So far before the first mark a sentence may begin, as a share of the width. */
const LEAD = 0.3;
const SENTENCE_END = /[。！？；!?;]|\.\s/g;

/** The passage of the body that says most of what was asked, its words marked; without such a passage the excerpt. */
export function snippetOf({ body, excerpt, locale }: ArticleDocument, marker: Marker): TextPart[] {
  const marks = marker.find(body);
  const best = richest(marks, WIDTH[locale] * (1 - LEAD));
  if (!best) return partsOf(excerpt, marker.find(excerpt));
  const from = beginning(body, best.from, Math.floor(WIDTH[locale] * LEAD));
  const to = ending(body, from + WIDTH[locale]);
  const parts = partsOf(body, marks, from, to);
  if (from > 0) parts.unshift({ text: '…', hit: false });
  if (to < body.length) parts.push({ text: '…', hit: false });
  return parts;
}

/** The first mark of the stretch of this width that says most different things; of equal ones the first. */
function richest(marks: readonly Mark[], width: number): Mark | undefined {
  let best: Mark | undefined;
  let most = 0;
  for (const [index, first] of marks.entries()) {
    const said = new Set<string>();
    for (let at = index; at < marks.length; at++) {
      const mark = marks[at];
      if (!mark || mark.to > first.from + width) break;
      said.add(mark.unit);
    }
    if (said.size > most) [best, most] = [first, said.size];
  }
  return best;
}

/** Where the sentence of this place begins, or a word, if the sentence is long. */
function beginning(text: string, place: number, lead: number): number {
  if (place <= lead) return 0;
  const before = text.slice(place - lead, place);
  const ends = [...before.matchAll(SENTENCE_END)];
  const last = ends.at(-1);
  if (last) return place - lead + last.index + last[0].length;
  const space = before.indexOf(' ');
  return place - lead + (space < 0 ? 0 : space + 1);
}

/** Not in the middle of an English word, nor of a character of two units. */
function ending(text: string, place: number): number {
  if (place >= text.length) return text.length;
  const rest = text.slice(place, place + 20);
  if (/^[\uDC00-\uDFFF]/.test(rest)) return place + 1;
  if (isHan(text.charAt(place)) || isHan(text.charAt(place - 1))) return place;
  const letters = /^[\p{Letter}\p{Number}]*/u.exec(rest)?.[0].length ?? 0;
  return place + letters;
}
