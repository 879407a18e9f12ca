import { Injectable } from '@nestjs/common';
import { ARTICLE_LIMITS, type ArticleContent, type Locale } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { fold } from '../../platform/search/index.js';
import { Drafts } from './drafts.service.js';

/** What people call things, beside the words of an article. */
@Injectable()
export class Keywords {
  constructor(private readonly drafts: Drafts) {}

  /**
   * Adds it to the article's draft in this language; readers find the article by it once that is published. One that is there
   * already changes nothing.
   * @throws DeskError `not_found`; `invalid_input` for an article without words in this language, one that is archived, or
   * one that has as many as it may
   */
  async add(
    tx: Transaction,
    staff: StaffPrincipal,
    { articleId, locale, keyword }: { articleId: string; locale: Locale; keyword: string },
  ): Promise<void> {
    const { version } = await this.drafts.view(articleId, tx);
    const { content, status } = await this.drafts.lock(tx, articleId, version);
    const words = content.words[locale];
    if (status === 'archived') throw refused('articleId', 'is archived');
    if (!words) throw refused('articleId', 'has no words in this language');
    if (words.keywords.some((known) => fold(known) === fold(keyword))) return;
    if (words.keywords.length >= ARTICLE_LIMITS.keywords) throw refused('keyword', 'is one too many for this article');
    const more: ArticleContent = {
      ...content,
      words: { ...content.words, [locale]: { ...words, keywords: [...words.keywords, keyword] } },
    };
    await this.drafts.write(tx, staff, articleId, more);
  }
}

const refused = (path: string, message: string) => new DeskError('invalid_input', { errors: [{ path, message }] });
