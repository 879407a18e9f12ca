import type { Locale } from '../../../contract/index.js';
import { isHan } from '../../../platform/search/index.js';
import { ACCOUNT_QUESTIONS } from './account.cases.js';
import { CONTENT_QUESTIONS } from './content.cases.js';
import { EARNINGS_QUESTIONS } from './earnings.cases.js';
import { FEATURE_QUESTIONS } from './feature.cases.js';

export interface Question {
  slug: string;
  query: string;
  locale: Locale;
}

/** An address that stands alone on a line, its questions indented below it. */
function read(table: string): Question[] {
  let slug = '';
  return table.split('\n').flatMap((line): Question[] => {
    if (line.trim() === '') return [];
    if (!line.startsWith(' ')) {
      slug = line;
      return [];
    }
    const query = line.trim();
    return [{ slug, query, locale: isHan(query) ? 'zh-CN' : 'en' }];
  });
}

/** Five ways to ask for every article of the demo; one of the first three hits must answer. */
export const QUESTIONS: readonly Question[] = [
  ...read(ACCOUNT_QUESTIONS),
  ...read(EARNINGS_QUESTIONS),
  ...read(FEATURE_QUESTIONS),
  ...read(CONTENT_QUESTIONS),
];
