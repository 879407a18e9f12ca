import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ARTICLE_LIMITS, ARTICLE_PROBLEM_KINDS, type ArticleProblem, LOCALES } from '../../contract/index.js';
import { Roles } from '../../people/index.js';
import { dto, printable, wellFormed } from '../../platform/http/index.js';
import { Answers, list, view } from '../../platform/openapi/index.js';
import { ArticleProblems } from './article-problems.service.js';

class TextBody extends dto(
  z.object({ locale: z.enum(LOCALES), bodyMarkdown: printable.max(ARTICLE_LIMITS.body).overwrite(wellFormed) }),
) {}

const ArticleProblemList = list(
  view(
    'ArticleProblem',
    z.object({
      kind: z.enum(ARTICLE_PROBLEM_KINDS),
      locale: z.enum(LOCALES),
      line: z.int(),
      detail: z.string(),
    }) satisfies z.ZodType<ArticleProblem>,
  ),
);

@ApiTags('articles')
@Roles('admin', 'supervisor')
@Controller('api/article-problems')
export class ArticleProblemsController {
  constructor(private readonly problems: ArticleProblems) {}

  /** What readers of this text would stumble over. Nothing is kept. */
  @Post()
  @Answers(200, ArticleProblemList)
  async find(@Body() { locale, bodyMarkdown }: TextBody): Promise<{ items: ArticleProblem[] }> {
    const words = { title: '', excerpt: '', bodyMarkdown, keywords: [] };
    return { items: await this.problems.of({ [locale]: words }) };
  }
}
