import { calibrated } from '../../src/bot/answers/confidence.js';
import { understand } from '../../src/bot/understanding/understand.js';
import { evidenceOf, type FoundAnswer } from '../../src/help-center/index.js';
import type { ArticleSearch } from '../../src/help-center/search/article-search.js';
import type { Judged, JudgedQuestion } from './index.js';

const LOOKED_AT = 8;
const NO_WORDS = { person: [], anger: [], money: [] };

export interface Asked {
  question: JudgedQuestion;
  hits: FoundAnswer[];
  /** The articles on which the words of a language model rest; absent: no model has written. */
  cited?: string[];
}

/** The questions of one half, with what the search finds for each. */
export async function askAll({ answerable, unanswerable }: Judged, search: ArticleSearch): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const question of [...answerable, ...unanswerable]) {
    const { text, locale } = question;
    const found = await search.search(text, { locale, limit: LOOKED_AT, audience: 'anyone' });
    const evidence = evidenceOf(found);
    const hits = found.hits.map(({ articleId, title, excerpt, score }, index) => ({
      article: { articleId, title, excerpt, url: '' },
      confidence: score,
      sure: false,
      evidence: evidence[index] as FoundAnswer['evidence'],
    }));
    asked.push({ question, hits });
  }
  return asked;
}

/** What the bot does with a question on its own, by the rules of a new conversation. */
export type Told = 'sure' | 'unsure' | 'nothing' | 'person' | 'small_talk';

export function tell({ question, hits, cited }: Asked, thresholds: { sure: number; related: number }) {
  const { wantsPerson, mood, smallTalk } = understand(question.text, { locale: question.locale, words: NO_WORDS });
  const weighed = calibrated(hits, question.text);
  const shown = weighed.filter(({ confidence }) => confidence >= thresholds.related).slice(0, 3);
  const confidence = weighed[0]?.confidence ?? 0;
  const isSure = confidence >= thresholds.sure;
  const told: Told =
    wantsPerson || mood !== 'calm'
      ? 'person'
      : smallTalk
        ? 'small_talk'
        : isSure
          ? 'sure'
          : shown.length > 0
            ? 'unsure'
            : 'nothing';
  const slugs = (isSure ? shown.slice(0, 1) : shown).map(({ article }) => article.articleId);
  return {
    told,
    confidence,
    first: weighed[0]?.article.articleId,
    slugs,
    fits: (cited ?? slugs).some((slug) => question.slugs.includes(slug)),
  };
}
