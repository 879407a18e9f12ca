import { Injectable } from '@nestjs/common';
import type { Citation, Locale } from '../../contract/index.js';
import { checkGrounded } from './grounding/check-grounded.js';
import { type ChosenPassage, choosePassages, type QuotedArticle } from './grounding/choose-passages.js';
import { LanguageModel } from './language-model.service.js';
import type { CallSubject } from './model-calls.service.js';
import { ModelFailure } from './model-failure.js';
import { groundedPrompt } from './prompts.js';

const MAX_TOKENS = 700;

export interface GroundedRequest extends CallSubject {
  purpose: 'answer' | 'suggestion';
  /** Masked. */
  question: string;
  /** What was said before, masked. */
  conversation?: string;
  /** The surest first. */
  articles: readonly QuotedArticle[];
  locale: Locale;
  /** Hears whole sentences that were checked, all so far. */
  write?: (text: string) => void;
  signal?: AbortSignal;
}

export type GroundedAnswer =
  | { ok: true; callId: string; text: string; citations: Citation[] }
  | { ok: false; callId?: string; failure: ModelFailure };

/** Answers that rest on articles sentence by sentence, or none. */
@Injectable()
export class GroundedAnswers {
  constructor(private readonly model: LanguageModel) {}

  /** @throws only when the database is away */
  async ask({ articles, question, conversation, locale, write, ...rest }: GroundedRequest): Promise<GroundedAnswer> {
    const passages = choosePassages(articles, question);
    if (passages.length === 0) return { ok: false, failure: new ModelFailure('declined', 'no passages') };
    const sound = new Set<string>();
    let written = '';
    const answer = await this.model.ask({
      ...rest,
      messages: groundedPrompt({ passages, question, locale, ...(conversation && { conversation }) }),
      maxTokens: MAX_TOKENS,
      read: (text) => {
        const { text: shown } = checkGrounded(text, passages, locale, false, sound);
        if (shown.length === written.length) return;
        written = shown;
        write?.(shown);
      },
      judge: (text) => void checkGrounded(text, passages, locale, true, sound),
    });
    if (!answer.ok) return answer;
    const { text, cites } = checkGrounded(answer.text, passages, locale, true, sound);
    return { ok: true, callId: answer.callId, text, citations: citationsOf(passages, cites) };
  }
}

/** The articles behind the passages, each once. */
function citationsOf(passages: readonly ChosenPassage[], cites: readonly number[]): Citation[] {
  const articles = new Map<string, Citation>();
  for (const n of cites) {
    const article = passages.find((passage) => passage.n === n)?.article;
    if (!article) continue;
    const { articleId, title, version, url } = article;
    articles.set(articleId, { articleId, title, version, url });
  }
  return [...articles.values()];
}
