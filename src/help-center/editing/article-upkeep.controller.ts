import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ArticleDraftView, ArticleOverviewView } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import {
  ArticleParams,
  ArticleVersionBody,
  ArticleVersionQuery,
  ReviewBody,
  ScheduleBody,
  UpkeepBody,
} from './article.inputs.js';
import { ArticleDraftSchema, ArticleOverview, ArticleOwners } from './article.views.js';
import { Drafts } from './drafts.service.js';
import { Reviews } from './reviews.service.js';
import { Schedules } from './schedules.service.js';
import { Upkeep } from './upkeep.service.js';

/** What surrounds the writing: who looks at it, when it appears and goes, who keeps it true. */
@ApiTags('articles')
@Roles('admin', 'supervisor')
@Controller('api/articles')
export class ArticleUpkeepController {
  constructor(
    private readonly drafts: Drafts,
    private readonly reviews: Reviews,
    private readonly schedules: Schedules,
    private readonly upkeep: Upkeep,
  ) {}

  /** How many articles want attention, of which kind. */
  @Get('overview')
  @Answers(200, ArticleOverview)
  overview(): Promise<ArticleOverviewView> {
    return this.drafts.overview();
  }

  /** Whom an article may belong to. */
  @Get('owners')
  @Answers(200, ArticleOwners)
  owners(): Promise<{ items: { id: string; name: string }[] }> {
    return this.upkeep.owners();
  }

  /** Asks admins for a look at the draft; or, as an admin, sends it back with a note. Publishing answers it as well. */
  @Put(':id/review')
  @Answers(200, ArticleDraftSchema, 'not_found', 'conflict', 'forbidden', 'illegal_transition')
  review(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: ArticleParams,
    @Body() { version, ...review }: ReviewBody,
  ): Promise<ArticleDraftView> {
    return this.reviews.say(staff, id, version, review);
  }

  /** Keeps the draft as it is now, to be published by itself. What was kept before is replaced. */
  @Roles('admin')
  @Put(':id/schedule')
  @Answers(200, ArticleDraftSchema, 'not_found', 'conflict')
  schedule(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: ArticleParams,
    @Body() { version, publishAt, note = '', inStep = false }: ScheduleBody,
  ): Promise<ArticleDraftView> {
    return this.schedules.plan(staff, id, version, { publishAt, note, inStep });
  }

  /** The draft stays as it is. */
  @Roles('admin')
  @Delete(':id/schedule')
  @Answers(200, ArticleDraftSchema, 'not_found', 'conflict')
  unschedule(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: ArticleParams,
    @Query() { version }: ArticleVersionQuery,
  ): Promise<ArticleDraftView> {
    return this.schedules.cancel(staff, id, version);
  }

  /** Who keeps it true, how often it is reviewed; and, for admins to say, when readers no longer find it. */
  @Put(':id/upkeep')
  @Answers(200, ArticleDraftSchema, 'not_found', 'conflict', 'forbidden')
  settle(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: ArticleParams,
    @Body() { version, ...settings }: UpkeepBody,
  ): Promise<ArticleDraftView> {
    return this.upkeep.set(staff, id, version, settings);
  }

  /** It was read, and is still true. */
  @Post(':id/confirmations')
  @Answers(201, ArticleDraftSchema, 'not_found', 'conflict', 'illegal_transition')
  confirm(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: ArticleParams,
    @Body() { version }: ArticleVersionBody,
  ): Promise<ArticleDraftView> {
    return this.upkeep.confirm(staff, id, version);
  }

  /** The languages were compared, and say the same. Readers of the one that was behind are no longer told so. */
  @Roles('admin')
  @Post(':id/translation-confirmations')
  @Answers(201, ArticleDraftSchema, 'not_found', 'conflict', 'illegal_transition')
  confirmTranslation(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: ArticleParams,
    @Body() { version }: ArticleVersionBody,
  ): Promise<ArticleDraftView> {
    return this.upkeep.confirmTranslation(staff, id, version);
  }
}
