import type { ArticleImportMessage } from '../../../contract/index.js';
import { newId } from '../../../platform/clock/index.js';
import { slugSchema } from '../../articles/slug.js';
import { freeSlug } from '../../articles/slugify.js';
import type { Named } from './article-plan.js';
import type { SourceArticle } from './source.js';

/** Which names the desk has given already. */
export interface DeskNames {
  /** Articles that came of this source before, by what it knows them by. */
  bySource: ReadonlyMap<string, string>;
  /** Articles by the slug that readers or editors know. */
  bySlug: ReadonlyMap<string, string>;
  /** Slugs that articles had once: links from outside lead by them. */
  former: ReadonlyMap<string, string>;
  /** What readers know each article by. */
  byId: ReadonlyMap<string, string>;
}

/** Tells which article of the desk each of a file is, and how the new ones are to be called. */
export class Naming {
  private readonly places = new Map<string, string>();
  private readonly slugs = new Map<string, string>();
  private readonly articles = new Map<string, string>();
  private readonly byExternal = new Map<string, string>();

  constructor(
    private readonly desk: DeskNames,
    private readonly slugsAreNames: boolean,
    private readonly slugify: (title: string) => string,
  ) {}

  /** @returns why it is refused, when the file has it twice or its name is another's */
  name(number: number, source: SourceArticle): Named | { refused: ArticleImportMessage } {
    const { externalId, place } = source;
    const twice = this.places.get(externalId);
    if (twice !== undefined) return { refused: { code: 'duplicate', detail: twice } };
    this.places.set(externalId, place);
    const messages: ArticleImportMessage[] = [];
    const wanted = source.slug === undefined ? undefined : this.wellFormed(source.slug, messages);
    const known =
      this.desk.bySource.get(externalId) ?? (this.slugsAreNames && wanted ? this.desk.bySlug.get(wanted) : undefined);
    if (known !== undefined && this.articles.has(known))
      return { refused: { code: 'duplicate', detail: this.articles.get(known) ?? '' } };
    const slug = known === undefined ? this.newSlug(source, wanted, messages) : (wanted ?? externalId);
    if (typeof slug !== 'string') return slug;
    const articleId = known ?? newId();
    this.articles.set(articleId, place);
    this.slugs.set(slug, articleId);
    this.byExternal.set(externalId, slug);
    return { number, articleId, slug, messages };
  }

  articleBySlug(slug: string): string | undefined {
    return this.slugs.get(slug) ?? this.desk.bySlug.get(slug) ?? this.desk.former.get(slug);
  }

  /** What an article of the file is called, or the desk calls it already. */
  slugOf(externalId: string): string | undefined {
    const slug = this.byExternal.get(externalId);
    const articleId = slug && this.slugs.get(slug);
    return (articleId && this.desk.byId.get(articleId)) || slug;
  }

  private newSlug(
    source: SourceArticle,
    wanted: string | undefined,
    messages: ArticleImportMessage[],
  ): string | { refused: ArticleImportMessage } {
    const isTaken = (slug: string) => this.slugs.has(slug) || this.desk.bySlug.has(slug) || this.desk.former.has(slug);
    if (wanted !== undefined && this.slugsAreNames) {
      const where = this.slugs.get(wanted);
      if (where !== undefined) return { refused: { code: 'duplicate', detail: this.articles.get(where) ?? wanted } };
      if (isTaken(wanted)) return { refused: { code: 'slug_taken', detail: wanted } };
      return wanted;
    }
    const slug = freeSlug(wanted || this.slugify(source.title) || 'article', isTaken);
    if (wanted !== undefined && slug !== wanted) messages.push({ code: 'slug_changed', detail: slug });
    return slug;
  }

  private wellFormed(given: string, messages: ArticleImportMessage[]): string | undefined {
    if (slugSchema.safeParse(given).success) return given;
    const slug = this.slugify(given);
    if (slug) messages.push({ code: 'slug_changed', detail: slug });
    return slug || undefined;
  }
}
