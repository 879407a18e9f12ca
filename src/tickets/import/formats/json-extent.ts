import { setImmediate } from 'node:timers/promises';
import { CaseImportRefused } from '../case-import-refused.js';

/** No desk writes deeper than some ten, nor so many objects and lists into a file of this size. */
const DEEPEST = 64;
const MOST = 2_000_000;
/** Characters looked at between two breaths. */
const PIECE = 4_000_000;

const [QUOTE, BACKSLASH, BRACE, BRACKET, BRACE_END, BRACKET_END] = [0x22, 0x5c, 0x7b, 0x5b, 0x7d, 0x5d];

/**
 * Before it is read in one go: so few bytes can hold so many empty objects that reading them stops everything else.
 * @throws CaseImportRefused
 */
export async function insistOnExtent(text: string): Promise<void> {
  let depth = 0;
  let count = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (at % PIECE === 0) await setImmediate();
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if (code === BRACE || code === BRACKET) {
      depth += 1;
      count += 1;
      if (depth > DEEPEST) throw new CaseImportRefused('json_broken');
      if (count > MOST) throw new CaseImportRefused('too_many_cases');
    } else if (code === BRACE_END || code === BRACKET_END) depth -= 1;
  }
}
