import type { ImportMessage, Locale, LocalizedText } from '../../contract/index.js';

/** What is said of a row, in one cell of a report. */
export const messageWords = <Code extends string>(
  messages: readonly ImportMessage<Code>[],
  texts: Record<Code, LocalizedText>,
  locale: Locale,
): string => messages.map(({ code, detail }) => texts[code][locale] + (detail ? ` (${detail})` : '')).join('; ');
