import { Injectable } from '@nestjs/common';
import {
  type ArticleAudience,
  type ArticleContent,
  type ArticleVisibility,
  LOCALES,
  type Locale,
} from '../../contract/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Pages } from '../../platform/templates/index.js';
import { HelpPages } from '../pages/help-pages.service.js';

const READERS: Record<ArticleVisibility, ArticleAudience> = { public: 'anyone', customers: 'customer', staff: 'staff' };

/** The public page of what is not public yet, made by the same hands. */
@Injectable()
export class Previews {
  constructor(
    private readonly help: HelpPages,
    private readonly pages: Pages,
    private readonly clock: Clock,
  ) {}

  async of(content: ArticleContent, locale: Locale): Promise<{ html: string }> {
    const { slug, category, subCategory = null, sectionId = null, visibility, related, words } = content;
    const { title, excerpt, bodyMarkdown } = words[locale] ?? { title: '', excerpt: '', bodyMarkdown: '' };
    const page = await this.help.articleAs(
      {
        articleId: '',
        slug,
        locale,
        category,
        subCategory,
        sectionId,
        visibility,
        relatedIds: related,
        title,
        excerpt,
        bodyMarkdown,
        updatedAt: this.clock.now(),
      },
      {
        languages: LOCALES.filter((each) => words[each]),
        behind: false,
        audience: READERS[visibility],
      },
    );
    return { html: this.pages.render({ ...page, hidden: true }) };
  }
}
