import type { Locale } from '../../../contract/index.js';

/** A line that begins as a step of instructions does. */
const STEP =
  /^\s{0,4}(?:\d{1,2}\s?[.、)）．:：]|[①-⑳]|第[一二三四五六七八九十]{1,2}步\s?[:：，,]?|step\s\d{1,2}\s?[:.)]?)\s{0,4}(?=\S)/iu;

export const isStep = (line: string): boolean => STEP.test(line);

const HEADINGS: Record<Locale, { question: string; answer: string; steps: string }> = {
  'zh-CN': { question: '问题', answer: '解答', steps: '步骤' },
  en: { question: 'The question', answer: 'The answer', steps: 'Steps' },
};

/**
 * An article out of what was said, in Markdown: the question in the customer's words, the answer, and the steps that were
 * among it, if there were any.
 */
export function composeArticle(said: { by: 'customer' | 'staff'; text: string }[], locale: Locale): string {
  const lines = (by: 'customer' | 'staff') =>
    said.filter((one) => one.by === by).flatMap(({ text }) => text.split('\n').filter((line) => line.trim() !== ''));
  const [question, answer] = [lines('customer'), lines('staff')];
  const steps = answer.filter(isStep).map((line, index) => `${index + 1}. ${plain(line.replace(STEP, ''))}`);
  const words = HEADINGS[locale];
  const paragraphs = (heading: string, of: string[]) =>
    of.length > 0 ? [`## ${heading}`, ...of.map((line) => plain(line))] : [];
  return [
    ...paragraphs(words.question, question),
    ...paragraphs(
      words.answer,
      answer.filter((line) => !isStep(line)),
    ),
    ...(steps.length > 0 ? [`## ${words.steps}`, `::: steps\n${steps.join('\n')}\n:::`] : []),
  ].join('\n\n');
}

/** One line as it was typed, with nothing in it that Markdown would take for its own. */
function plain(line: string): string {
  return line
    .trim()
    .replace(/[\\`*[\]<>|~]/g, '\\$&')
    .replace(/^(?=[#+=-]|:{3})/, '\\');
}
