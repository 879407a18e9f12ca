import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import type { AssistedTextView, Locale } from '../../contract/index.js';
import { type ArticlePassages, ArticlePassagesReader, audienceOf, HelpCenter } from '../../help-center/index.js';
import { Customers, type StaffPrincipal } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import { GroundedAnswers } from '../model/grounded-answers.service.js';
import { choosePassages } from '../model/grounding/choose-passages.js';
import { LanguageModel } from '../model/language-model.service.js';
import { asLines, type CaseTalk, CaseTalks } from './case-talk.service.js';

const ARTICLES = 3;
const QUERY_LENGTH = 200;
/** Less sure than this, an article has to do with it by chance alone. */
const RELATED = 0.25;

const SEE: Record<Locale, (title: string, url: string) => string> = {
  'zh-CN': (title, url) => `详见《${title}》：${url}`,
  en: (title, url) => `More in “${title}”: ${url}`,
};

/** A reply to what the customer asked last, out of articles that this customer may read. */
@Injectable()
export class ReplySuggestions {
  constructor(
    private readonly talks: CaseTalks,
    private readonly customers: Customers,
    private readonly helpCenter: HelpCenter,
    private readonly passages: ArticlePassagesReader,
    private readonly model: LanguageModel,
    private readonly grounded: GroundedAnswers,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** @throws DeskError `not_found`, `forbidden` */
  async suggest(
    staff: StaffPrincipal,
    number: string,
    conversationId: string,
    signal: AbortSignal,
  ): Promise<AssistedTextView> {
    const talk = await this.talks.of(staff, number, conversationId);
    const articles = await this.articlesFor(talk);
    if (articles.length === 0) return { text: '', generated: false, citations: [] };
    if (!(await this.model.serves('assistance'))) return this.passage(articles, talk);
    const { question, mask, locale, ticket } = talk;
    const answer = await this.grounded.ask({
      purpose: 'suggestion',
      question: mask.hide(question),
      conversation: asLines(talk.talk.slice(-8), mask),
      articles,
      locale,
      conversationId,
      ticketId: ticket.id,
      staffId: staff.staffId,
      signal,
    });
    if (answer.ok) return { text: answer.text, generated: true, citations: answer.citations };
    return { ...this.passage(articles, talk), failed: answer.failure.outcome };
  }

  private async articlesFor({ question, locale, customerId }: CaseTalk): Promise<ArticlePassages[]> {
    if (!question) return [];
    const audience = audienceOf({ identified: await this.customers.isIdentified(customerId) });
    const query = question.slice(-QUERY_LENGTH);
    const hits = await this.helpCenter.search(query, { locale, limit: ARTICLES, audience });
    const ids = hits.filter(({ confidence }) => confidence >= RELATED).map(({ article }) => article.articleId);
    return this.passages.of(this.database, ids, { locale, audience });
  }

  /** The passage that fits best, word for word, and where it stands. */
  private passage(articles: readonly ArticlePassages[], { question, locale }: CaseTalk): AssistedTextView {
    const first = articles.slice(0, 1);
    const [passage] = choosePassages(first, question).toSorted((a, b) => b.text.length - a.text.length);
    const [article] = first;
    if (!passage || !article) return { text: '', generated: false, citations: [] };
    const { articleId, title, version, url } = article;
    const text = `${passage.text}\n\n${SEE[locale](title, `${this.config.publicUrl}${url}`)}`;
    return { text, generated: false, citations: [{ articleId, title, version, url }] };
  }
}
