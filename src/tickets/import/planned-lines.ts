import {
  CASE_IMPORT_LIMITS,
  type CaseImportMessage,
  type CaseImportOptions,
  type Locale,
} from '../../contract/index.js';
import type { CaseBooks, CasePlan } from './case-plan.js';
import type { SourceCase, SourceLine } from './case-source.js';
import { oneLine, tidy } from './formats/tidy.js';
import { readTime } from './formats/written-time.js';

/** An entry of a thread as it will be. */
export interface PlannedLine {
  kind: 'message' | 'note';
  by: 'customer' | 'staff' | 'bot';
  /** Of the customer whom the case is of. */
  own: boolean;
  staffId: string | null;
  name: string;
  body: string;
  at: string;
}

const NAME = 80;
const ADDRESS = 2_000;
/** Who has no name that a customer may read. */
const SOMEBODY: Record<Locale, string> = { 'zh-CN': '客服', en: 'Support' };

/**
 * In the order of time; what has neither words nor a file is nothing. A note stays a note, whoever wrote it.
 * @returns undefined when a time cannot be read
 */
export function plannedLines(
  { lines, locale: written }: SourceCase,
  { createdAt }: Pick<CasePlan, 'createdAt'>,
  { staff, now }: CaseBooks,
  { timeZone, locale }: CaseImportOptions,
  messages: CaseImportMessage[],
): PlannedLine[] | undefined {
  const planned: PlannedLine[] = [];
  let last = createdAt;
  for (const line of lines) {
    const at = line.at === undefined ? last : readTime(line.at, timeZone, now);
    if (!at) return undefined;
    last = at;
    const body = bodyOf(line, messages);
    if (!body) continue;
    const known = line.by === 'staff' && line.email ? staff.get(line.email.trim().toLowerCase()) : undefined;
    planned.push({
      kind: line.kind,
      by: line.by,
      own: line.own,
      staffId: known?.id ?? null,
      name: nameOf(line, known?.name ?? SOMEBODY[written ?? locale]),
      body,
      at,
    });
  }
  return planned.sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
}

/** A colleague's address is nothing that a customer reads over what was said to them. */
function nameOf({ by, name }: SourceLine, colleague: string): string {
  const plain = oneLine(name).slice(0, NAME);
  return by === 'staff' && (plain === '' || plain.includes('@')) ? colleague : plain;
}

/** Its files are named, with where they were: who is at the other end of a link is not known, so none is fetched. */
function bodyOf({ body, files }: SourceLine, messages: CaseImportMessage[]): string {
  const said = tidy(body);
  if (said.length < body.replace(/\r\n?/g, '\n').length) messages.push({ code: 'characters_repaired' });
  const linked = files.filter(({ url }) => url);
  if (linked.length > 0) messages.push({ code: 'attachment_linked' });
  const list = linked.map(({ name, url }) => `📎 ${oneLine(`${name} ${url}`).slice(0, ADDRESS)}`);
  const whole = [said.trim(), ...list].filter(Boolean).join('\n');
  if (whole.length <= CASE_IMPORT_LIMITS.message) return whole;
  messages.push({ code: 'message_cut', detail: String(whole.length) });
  return `${whole.slice(0, CASE_IMPORT_LIMITS.message - 1).replace(/\p{Surrogate}$/u, '')}…`;
}
