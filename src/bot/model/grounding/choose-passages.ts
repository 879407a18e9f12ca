import type { ArticlePassages } from '../../../help-center/index.js';
import type { Passage } from './check-grounded.js';
import { piecesOf } from './coverage.js';

export type QuotedArticle = Pick<ArticlePassages, 'articleId' | 'title' | 'version' | 'url' | 'passages'>;

/** A passage and whose it is. */
export interface ChosenPassage extends Passage {
  article: QuotedArticle;
}

const MOST = 6;
const MOST_CHARACTERS = 4_000;
/** What speaks to a program, not to a reader: no article of ours does, whoever has written it. */
const SPEAKS_TO_A_MODEL =
  /ignore (?:all|any|every|the|previous|above)|disregard (?:all|any|the|previous)|system prompt|you are now|as an ai\b|<\/?(?:passages?|question|system)\b|忽略(?:以上|上述|之前|前面|所有|全部)|无视(?:以上|上述|之前|所有)|系统提示词?|你现在是|作为(?:一个)?(?:AI|人工智能|语言模型)/i;

/** Those pieces of the articles that have most to do with the question, in the order in which they stand, numbered from 1. */
export function choosePassages(articles: readonly QuotedArticle[], question: string): ChosenPassage[] {
  const wanted = piecesOf(question);
  const all = articles.flatMap((article, rank) =>
    article.passages.flatMap((passage, place) => {
      const text = withoutOrders(passage);
      if (!text) return [];
      const pieces = piecesOf(`${article.title}\n${text}`);
      const shared = [...wanted].filter((piece) => pieces.has(piece)).length;
      // Of what fits alike, the surer article and its beginning.
      return [{ article, text, rank, place, weight: shared / (1 + rank * 0.25) - place * 0.01 }];
    }),
  );
  let characters = 0;
  return all
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .filter(({ text }) => {
      characters += text.length;
      return characters <= MOST_CHARACTERS;
    })
    .toSorted((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ article, text }, index) => ({ n: index + 1, title: article.title, text, article }));
}

const withoutOrders = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !SPEAKS_TO_A_MODEL.test(line))
    .join('\n')
    .trim();
