import { type DialogueState, NEW_DIALOGUE, type PreparedAnswer, prepareAnswer } from '../../../bot/index.js';
import type { Step, Story } from './story.js';

/** Of a topic that the bot had to guess: too little to open a case with. */
const GUESSED = 0.5;

export const topicOf = ({ category, topic }: Story): Pick<DialogueState, 'category' | 'categoryConfidence'> => ({
  category: topic,
  categoryConfidence: category ? 1 : GUESSED,
});

/** The answer of a story, in the bot's own words and shape. */
export function botAnswer(
  { articles, confidence, sure, attempt }: Extract<Step, { do: 'bot_answers' }>,
  story: Story,
  about: Pick<PreparedAnswer, 'conversationId' | 'questionId' | 'seq'> & { question: string },
): PreparedAnswer {
  const { locale } = story;
  const hits = articles.map((article) => ({ article, sure, confidence }));
  const state = { ...NEW_DIALOGUE, ...topicOf(story), shownArticleIds: articles.map(({ articleId }) => articleId) };
  const say = sure ? 'sure' : articles.length > 0 ? 'unsure' : 'nothing';
  const decision = { do: 'answer' as const, hits, sure, confidence, attempt, say, state } as const;
  return prepareAnswer(decision, articles, { ...about, locale });
}
