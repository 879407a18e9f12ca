import type { State } from './check.js';
import { exitCode, type Report } from './run.js';

export type Language = 'zh' | 'en';

const MARKS: Record<State, string> = { ok: '✓', warning: '!', failing: '✗' };
const COLOURS: Record<State, number> = { ok: 32, warning: 33, failing: 31 };
const SUMMARY: Record<Language, [string, string, string]> = {
  zh: ['一切正常', '有需要留意的地方（!）', '有故障（✗），请按提示处理'],
  en: ['All is well.', 'Something wants a look (!).', 'Something does not work (✗): do what its line says.'],
};

/** A line each, with what to do below it. */
export function printed(reports: readonly Report[], language: Language, colour: boolean): string {
  const paint = (state: State, text: string) => (colour ? `\u001b[${COLOURS[state]}m${text}\u001b[0m` : text);
  const lines = reports.flatMap(({ title, findings }) => [
    title[language],
    ...findings.flatMap(({ state, says, fix }) => [
      `  ${paint(state, MARKS[state])} ${says[language]}`,
      ...(fix ? [`      → ${fix[language]}`] : []),
    ]),
  ]);
  return [...lines, '', SUMMARY[language][exitCode(reports)]].join('\n');
}

/** For programs; both languages, and nothing that the lines would not show. */
export function asJson(reports: readonly Report[]): string {
  const result = (['ok', 'warning', 'failing'] as const)[exitCode(reports)];
  return JSON.stringify({ result, checks: reports }, null, 2);
}
