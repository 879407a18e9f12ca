import type { BotGreeting } from '../../contract/index.js';

/** The first greeting whose page fits. @param page path of the host page, with or without a query */
export function greetingForPage(greetings: readonly BotGreeting[], page: string | undefined): BotGreeting | undefined {
  const [path] = (page ?? '').split(/[?#]/, 1);
  return path ? greetings.find((greeting) => fitsPage(greeting.page, path)) : undefined;
}

/**
 * Whether a path fits a pattern in which `*` stands for anything. Never a regular expression: what an administrator types must
 * not be able to keep a process busy. The parts between the stars are looked for from left to right, each once.
 */
export function fitsPage(pattern: string, path: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  const text = path.toLowerCase();
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}
