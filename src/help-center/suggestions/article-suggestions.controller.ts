import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ArticleSuggestionsView } from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { dto, text } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { ArticleSuggestionsSchema } from '../reading/reading.views.js';
import { QUERY_LENGTH } from '../search/search.controller.js';
import { ArticleSuggestions } from './article-suggestions.service.js';

class NumberParam extends dto(z.object({ number: text(40) })) {}
class SuggestionQuery extends dto(z.object({ q: text(QUERY_LENGTH).optional() })) {}

@ApiTags('tickets')
@Controller('api/tickets/:number/article-suggestions')
export class ArticleSuggestionsController {
  constructor(private readonly suggestions: ArticleSuggestions) {}

  /**
   * Articles to send to this customer, in their language: by what they said last, or by `q`. What they may not read stands
   * apart.
   */
  @Get()
  @Answers(200, ArticleSuggestionsSchema, 'not_found', 'forbidden')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Query() { q }: SuggestionQuery,
  ): Promise<ArticleSuggestionsView> {
    return this.suggestions.of(staff, number, q);
  }
}
