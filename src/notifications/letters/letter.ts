import type { Locale } from '../../contract/index.js';
import type { Templates, TemplateValue } from '../../platform/templates/index.js';

export const LETTERS = [
  'received',
  'answered',
  'escalated',
  'promised',
  'resolved',
  'feedback',
  'staff-escalation',
] as const;
export type LetterName = (typeof LETTERS)[number];

export interface WrittenLetter {
  subject: string;
  text: string;
  html: string;
}

/**
 * `templates/mail/<locale>/<name>.hbs` and `.txt.hbs`; the first line of the plain text is the subject, so that whoever edits
 * one finds the other.
 */
export function writeLetter(
  templates: Templates,
  name: LetterName,
  locale: Locale,
  context: Record<string, TemplateValue>,
): WrittenLetter {
  const path = `mail/${locale}/${name}`;
  const given = { ...context, locale };
  const [subject = '', ...lines] = templates.render(`${path}.txt`, given).split('\n');
  const text = `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
  return { subject, text, html: templates.render(path, { ...given, subject }) };
}
