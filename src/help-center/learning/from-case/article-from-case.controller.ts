import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  ARTICLE_CATEGORIES,
  ARTICLE_LIMITS,
  type ArticleDraftView,
  type ArticleFromCaseView,
  LOCALES,
  REDACTIONS,
  TICKET_STATUSES,
} from '../../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../../people/index.js';
import { dto, id, text } from '../../../platform/http/index.js';
import { Answers, view } from '../../../platform/openapi/index.js';
import { slugSchema } from '../../articles/slug.js';
import { ArticleDraftSchema } from '../../editing/article.views.js';
import { ArticleFromCase } from './article-from-case.service.js';

class NumberParam extends dto(z.object({ number: text(40) })) {}
class CaseDraftBody extends dto(
  z.object({
    slug: slugSchema,
    category: z.enum(ARTICLE_CATEGORIES),
    title: text(ARTICLE_LIMITS.title),
    /** The messages that go into it. */
    entryIds: z.array(id).min(1).max(200),
  }),
) {}

const ArticleFromCaseSchema = view(
  'ArticleFromCase',
  z.object({
    ticketNumber: z.string(),
    status: z.enum(TICKET_STATUSES),
    locale: z.enum(LOCALES),
    category: z.enum(ARTICLE_CATEGORIES),
    title: z.string(),
    messages: z.array(
      z.object({
        entryId: z.uuid(),
        by: z.enum(['customer', 'staff']),
        at: z.iso.datetime(),
        parts: z.array(
          z.object({ text: z.string(), replacedBy: z.string().optional(), kind: z.enum(REDACTIONS).optional() }),
        ),
        suggested: z.boolean(),
      }),
    ),
    articleId: z.uuid().optional(),
  }) satisfies z.ZodType<ArticleFromCaseView>,
);

/** An article for all out of a case that is solved, without whom it was about. */
@ApiTags('article tasks')
@Roles('admin', 'supervisor')
@Controller('api/tickets/:number/article-drafts')
export class ArticleFromCaseController {
  constructor(private readonly fromCase: ArticleFromCase) {}

  /** What was said to the customer and by them, each part that is to be taken out marked. Nothing is kept. */
  @Get('proposal')
  @Answers(200, ArticleFromCaseSchema, 'not_found', 'forbidden', 'illegal_transition')
  propose(@CurrentStaff() staff: StaffPrincipal, @Param() { number }: NumberParam): Promise<ArticleFromCaseView> {
    return this.fromCase.propose(staff, number);
  }

  /** `conflict`: it was drafted before. */
  @Post()
  @Answers(201, ArticleDraftSchema, 'not_found', 'forbidden', 'conflict', 'illegal_transition')
  draft(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() body: CaseDraftBody,
  ): Promise<ArticleDraftView> {
    return this.fromCase.draft(staff, number, body);
  }
}
