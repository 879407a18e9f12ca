import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type ArticleReadingView, LOCALES } from '../../contract/index.js';
import { dto } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { slugSchema } from '../articles/slug.js';
import { Reads } from '../learning/reads.service.js';
import { Reading } from './reading.service.js';
import { ArticleReading } from './reading.views.js';

class SlugParam extends dto(z.object({ slug: slugSchema })) {}
class ReadingQuery extends dto(z.object({ locale: z.enum(LOCALES).default('zh-CN') })) {}

@ApiTags('help centre')
@Controller('api/article-readings')
export class ArticleReadingsController {
  constructor(
    private readonly reading: Reading,
    private readonly reads: Reads,
  ) {}

  /** A published article to be read beside a case, those for the staff alone as well. */
  @Get(':slug')
  @Answers(200, ArticleReading, 'not_found')
  async read(@Param() { slug }: SlugParam, @Query() { locale }: ReadingQuery): Promise<ArticleReadingView> {
    const article = await this.reading.read(slug, { locale, audience: 'staff' });
    this.reads.note({ place: 'console', locale: article.locale, articleId: article.articleId });
    return article;
  }
}
