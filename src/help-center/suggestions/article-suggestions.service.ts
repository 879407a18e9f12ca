import { Injectable } from '@nestjs/common';
import type { ArticleAudience, ArticleSuggestionsView, Locale, SuggestedArticle } from '../../contract/index.js';
import { Entries } from '../../conversations/index.js';
import { Customers, type StaffPrincipal } from '../../people/index.js';
import { Access } from '../../tickets/index.js';
import { Articles } from '../articles/articles.service.js';
import { audienceOf, visibleTo } from '../articles/audience.js';
import { type Answer, HelpCenter } from '../help-center.service.js';

const MESSAGES = 4;
const SUGGESTIONS = 4;
const INTERNAL = 2;
/** What was said before counts less than what is said now. */
const FADING = 0.6;
/** Less sure than this, an article only costs the agent a look. */
const WORTH_A_LOOK = 0.25;

/** Articles that an agent may send or read, by what the customer has said; in the customer's language. */
@Injectable()
export class ArticleSuggestions {
  constructor(
    private readonly access: Access,
    private readonly entries: Entries,
    private readonly customers: Customers,
    private readonly articles: Articles,
    private readonly helpCenter: HelpCenter,
  ) {}

  /**
   * The surest first.
   * @param query in the agent's own words; without, by the customer's last messages and the subject
   * @throws DeskError `not_found`, `forbidden`
   */
  async of(staff: StaffPrincipal, number: string, query?: string): Promise<ArticleSuggestionsView> {
    const { locale, subject, conversationIds, customerId } = await this.access.find(staff, number, 'see');
    const audience = audienceOf({ identified: await this.customers.isIdentified(customerId) });
    const questions = query
      ? [query]
      : [...new Set([...(await this.entries.lastCustomerMessages(conversationIds, MESSAGES)), subject])];
    const least = query ? 0 : WORTH_A_LOOK;
    // Each by itself: a page for the staff that fits best must not push aside what can be sent.
    const [sendable, readable] = await Promise.all([
      this.best(questions, locale, audience, least),
      this.best(questions, locale, 'staff', least),
    ]);
    const known = await this.articles.visibilities([...sendable, ...readable].map(({ article }) => article.articleId));
    const suggested = ({ article }: Answer): SuggestedArticle[] => {
      const visibility = known.get(article.articleId);
      return visibility ? [{ ...article, visibility }] : [];
    };
    const maySee = ({ visibility }: SuggestedArticle) => visibleTo(audience).includes(visibility);
    return {
      items: sendable.flatMap(suggested).filter(maySee).slice(0, SUGGESTIONS),
      internal: readable
        .flatMap(suggested)
        .filter((one) => !maySee(one))
        .slice(0, INTERNAL),
    };
  }

  private async best(
    questions: readonly string[],
    locale: Locale,
    audience: ArticleAudience,
    least: number,
  ): Promise<Answer[]> {
    const best = new Map<string, Answer>();
    for (const [age, words] of questions.entries()) {
      const options = { locale, limit: SUGGESTIONS + INTERNAL, audience };
      for (const answer of await this.helpCenter.search(words.slice(0, 200), options)) {
        const confidence = answer.confidence * FADING ** age;
        const known = best.get(answer.article.articleId);
        if (confidence >= least && confidence > (known?.confidence ?? -1))
          best.set(answer.article.articleId, { ...answer, confidence });
      }
    }
    return [...best.values()].sort((a, b) => b.confidence - a.confidence);
  }
}
