import type { PreparedAnswer } from '../answers/prepared.js';
import type { GroundedAnswer } from './grounded-answers.service.js';

/** An answer in the words of a language model: it shows those articles alone that it rests on. */
export function writtenAnswer(
  { data }: PreparedAnswer,
  { text, citations, callId }: GroundedAnswer & { ok: true },
): Pick<PreparedAnswer, 'body' | 'data'> & { modelCallId: string } {
  const cited = new Set(citations.map(({ articleId }) => articleId));
  const { steps: _, stepsHeading: __, ...rest } = data;
  return {
    body: text,
    data: {
      ...rest,
      articles: data.articles.filter(({ articleId }) => cited.has(articleId)),
      citations,
      generated: true,
    },
    modelCallId: callId,
  };
}
