import type { CategoryKey, EntryData, Locale } from '../../contract/index.js';
import { type ArticlePassages, fittingSteps } from '../../help-center/index.js';
import type { Decision } from '../dialogue/decision.js';
import type { DialogueState } from '../dialogue/situation.js';
import { wordsOf } from '../dialogue/words.js';

/** An answer as it will be given, whole: plain data, so that it can wait in a row while a language model writes a better one. */
export interface PreparedAnswer {
  conversationId: string;
  questionId: string;
  /** Of the conversation when the question was gathered; all up to it is answered by this. */
  seq: number;
  locale: Locale;
  category: CategoryKey | null;
  body: string;
  data: Extract<EntryData, { type: 'bot_answer' }>;
  confidence: number;
  /** Where the dialogue stands once it is given. */
  state: DialogueState;
}

/** The words of an answer from the help centre, with what it rests on. @param question what was looked for: its steps are told */
export function prepareAnswer(
  decision: Extract<Decision, { do: 'answer' }>,
  passages: readonly ArticlePassages[],
  {
    question,
    ...about
  }: Pick<PreparedAnswer, 'conversationId' | 'questionId' | 'seq' | 'locale'> & { question: string },
): PreparedAnswer {
  const shown = decision.hits.flatMap(
    ({ article }) => passages.find(({ articleId }) => articleId === article.articleId) ?? [],
  );
  const { steps, heading } = decision.sure && shown[0] ? fittingSteps(shown[0], question) : { steps: [] };
  const citations = shown.map(({ articleId, title, version, url }) => ({ articleId, title, version, url }));
  // Withdrawn since it was found.
  const isGone = decision.hits.length > 0 && shown.length === 0;
  const last = decision.state.tried.at(-1);
  const tried =
    last?.kind === 'articles'
      ? [...decision.state.tried.slice(0, -1), { ...last, articles: citations }]
      : decision.state.tried;
  return {
    ...about,
    category: decision.state.category,
    body: wordsOf(isGone ? 'nothing' : decision.say, about.locale),
    data: {
      type: 'bot_answer',
      articles: shown.map(({ articleId, title, excerpt, url }) => ({ articleId, title, excerpt, url })),
      confident: decision.sure && !isGone,
      attempt: decision.attempt,
      ...(steps.length > 0 && { steps }),
      ...(heading && { stepsHeading: heading }),
      ...(citations.length > 0 && { citations }),
    },
    confidence: decision.confidence,
    state: { ...decision.state, tried },
  };
}

/** The same without what its readers may not see any more: much can be withdrawn while a language model writes, or a process is down. */
export function withoutWithdrawn(answer: PreparedAnswer, readable: readonly string[]): PreparedAnswer {
  const { data, state, locale } = answer;
  const isReadable = ({ articleId }: { articleId: string }) => readable.includes(articleId);
  const articles = data.articles.filter(isReadable);
  if (articles.length === data.articles.length) return answer;
  const { steps, citations, ...rest } = data;
  const cited = citations?.filter(isReadable) ?? [];
  const last = state.tried.at(-1);
  return {
    ...answer,
    body: articles.length > 0 ? answer.body : wordsOf('nothing', locale),
    data: {
      ...rest,
      articles,
      confident: data.confident && articles.length > 0,
      // Steps are those of the first.
      ...(steps && articles[0] === data.articles[0] && { steps }),
      ...(cited.length > 0 && { citations: cited }),
    },
    state:
      last?.kind === 'articles'
        ? { ...state, tried: [...state.tried.slice(0, -1), { ...last, articles: cited }] }
        : state,
  };
}
