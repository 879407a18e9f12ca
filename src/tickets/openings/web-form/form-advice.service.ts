import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { ArticleLink, Locale } from '../../../contract/index.js';
import { Logger } from '../../../platform/logger/index.js';

/** Nobody waits longer for advice that they did not ask for. */
const PATIENCE_MILLISECONDS = 1_500;

/** What rooms to the left put on the page on which one opens a case. */
export interface AdviceParts {
  /** Articles that may answer these words, the surest first. */
  articles: (words: string, locale: Locale) => Promise<ArticleLink[]>;
  /** Where its script asks for the same; null: nowhere. */
  address: (locale: Locale) => string | null;
  /** Key of the site whose people the help centre leads to. */
  site: () => string | undefined;
  /** What everybody should know at the moment. */
  announcement: (locale: Locale) => Promise<string | undefined>;
}

/** Help for who is about to write to us. Whatever becomes of it, the form works. */
@Injectable()
export class FormAdvice {
  private readonly parts: AdviceParts = {
    articles: async () => [],
    address: () => null,
    site: () => undefined,
    announcement: async () => undefined,
  };

  constructor(private readonly logger: Logger) {}

  /** Plugs a room's part in, once at boot (`onModuleInit`): this room may not import those to its left. */
  fill(parts: Partial<AdviceParts>): void {
    Object.assign(this.parts, parts);
  }

  async articles(words: string, locale: Locale): Promise<ArticleLink[]> {
    return (await this.inTime(() => this.parts.articles(words, locale))) ?? [];
  }

  async announcement(locale: Locale): Promise<string | undefined> {
    return await this.inTime(() => this.parts.announcement(locale));
  }

  address(locale: Locale): string | null {
    return this.parts.address(locale);
  }

  site(): string | undefined {
    return this.parts.site();
  }

  private async inTime<T>(ask: () => Promise<T>): Promise<T | undefined> {
    const patience = new AbortController();
    const late = wait(PATIENCE_MILLISECONDS, undefined, { signal: patience.signal }).catch(() => undefined);
    const answer = ask().catch((error) => {
      this.logger.warn({ err: error }, 'the form for new cases goes without advice');
      return undefined;
    });
    const first = await Promise.race([answer, late]);
    patience.abort();
    return first;
  }
}
