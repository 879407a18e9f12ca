import { FEEDBACK_STATUS_WORDS, type FeedbackStatus, type Locale } from '../../contract/index.js';
import type { TellingWords } from '../../feedback/index.js';

const SENTENCES: Record<Locale, Record<FeedbackStatus, string>> = {
  'zh-CN': {
    received: '我们重新看了它，还在考虑。',
    planned: '我们打算做，已列入计划。',
    done: '已经做好了。',
    declined: '我们认真看过，暂时不做。',
  },
  en: {
    received: 'We are looking at it again.',
    planned: 'We mean to do it; it is on our plan.',
    done: 'It is done.',
    declined: 'We looked at it carefully and will not do it for now.',
  },
};

/** What became of somebody's feedback, in one language. Only what staff wrote for customers: never anybody's own words. */
export interface FeedbackNews {
  title: string | null;
  status: string;
  sentence: string;
  answer: string | null;
}

export function newsOf({ title, status, answer }: TellingWords, locale: Locale): FeedbackNews {
  return {
    // One line: it stands in the subject of a letter.
    title: title?.[locale].replace(/\s+/g, ' ') ?? null,
    status: FEEDBACK_STATUS_WORDS[status][locale],
    sentence: SENTENCES[locale][status],
    answer: answer?.[locale] ?? null,
  };
}

/** As a message in their conversation. */
export function messageOf({ title, status, sentence, answer }: FeedbackNews, locale: Locale): string {
  const about =
    locale === 'en'
      ? `News of your feedback${title ? ` “${title}”` : ''}: ${status.toLowerCase()}.`
      : `您的意见反馈${title ? `「${title}」` : ''}有了新进展：${status}。`;
  return `${about}\n\n${answer ?? sentence}`;
}
