import { Injectable } from '@nestjs/common';
import { type ArticleContent, LOCALES, type Locale } from '../../contract/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Pages } from '../../platform/templates/index.js';
import { HelpPages } from '../pages/help-pages.service.js';

/** The public page of what is not public yet, made by the same hands. */
@Injectable()
export class Previews {
  constructor(
    private readonly help: HelpPages,
    private readonly pages: Pages,
    private readonly clock: Clock,
  ) {}

  async of(content: ArticleContent, locale: Locale): Promise<{ html: string }> {
    const { slug, category, subCategory = null, related, words } = content;
    const { title, excerpt, bodyMarkdown } = words[locale] ?? { title: '', excerpt: '', bodyMarkdown: '' };
    const page = await this.help.articleAs(
      {
        articleId: '',
        slug,
        locale,
        category,
        subCategory,
        relatedIds: related,
        title,
        excerpt,
        bodyMarkdown,
        updatedAt: this.clock.now(),
      },
      LOCALES.filter((each) => words[each]),
    );
    return { html: this.pages.render({ ...page, hidden: true }) };
  }
}
