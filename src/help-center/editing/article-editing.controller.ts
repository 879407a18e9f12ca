import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type {
  ArticleContent,
  ArticleDraftView,
  ArticleListItemView,
  ArticleVersionView,
  Page,
} from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import {
  ArticleListQuery,
  ArticleParams,
  ArticleStatusBody,
  DraftBody,
  NewArticleBody,
  PreviewBody,
  PublicationBody,
  RestorationBody,
  VersionParams,
} from './article.inputs.js';
import {
  ArticleContentView,
  ArticleDraftSchema,
  ArticleListPage,
  ArticlePreview,
  ArticleVersionList,
} from './article.views.js';
import { Drafts } from './drafts.service.js';
import { Previews } from './previews.service.js';
import { Publications } from './publications.service.js';

/** Supervisors and admins write; what readers see is changed by admins alone. */
@ApiTags('articles')
@Roles('admin', 'supervisor')
@Controller('api/articles')
export class ArticleEditingController {
  constructor(
    private readonly drafts: Drafts,
    private readonly publications: Publications,
    private readonly previews: Previews,
  ) {}

  /** What was edited last comes first. */
  @Get()
  @Answers(200, ArticleListPage)
  list(@Query() { cursor, limit, ...filter }: ArticleListQuery): Promise<Page<ArticleListItemView>> {
    return this.drafts.list(filter, limit, cursor);
  }

  @Post()
  @Answers(201, ArticleDraftSchema)
  create(@CurrentStaff() staff: StaffPrincipal, @Body() body: NewArticleBody): Promise<ArticleDraftView> {
    return this.drafts.create(staff, body);
  }

  /** The public page as it would be. Nothing is kept. */
  @Post('previews')
  @Answers(200, ArticlePreview)
  preview(@Body() { content, locale }: PreviewBody): Promise<{ html: string }> {
    return this.previews.of(content, locale);
  }

  @Get(':id')
  @Answers(200, ArticleDraftSchema, 'not_found')
  show(@Param() { id }: ArticleParams): Promise<ArticleDraftView> {
    return this.drafts.view(id);
  }

  /** `conflict`: somebody else saved meanwhile; read it again. */
  @Put(':id/draft')
  @Answers(200, ArticleDraftSchema, 'not_found', 'conflict')
  save(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: ArticleParams,
    @Body() { version, content }: DraftBody,
  ): Promise<ArticleDraftView> {
    return this.drafts.save(staff, id, version, content);
  }

  /** Makes the draft what readers see, as a new version. */
  @Roles('admin')
  @Post(':id/publications')
  @Answers(201, ArticleDraftSchema, 'not_found', 'conflict')
  publish(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: ArticleParams,
    @Body() { version, ...how }: PublicationBody,
  ): Promise<ArticleDraftView> {
    return this.publications.publish(staff, id, version, how);
  }

  /** Takes it from the readers, for now or for good; from `archived` back to `draft`. */
  @Roles('admin')
  @Put(':id/status')
  @Answers(200, ArticleDraftSchema, 'not_found', 'conflict')
  withdraw(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: ArticleParams,
    @Body() { version, status }: ArticleStatusBody,
  ): Promise<ArticleDraftView> {
    return this.publications.withdraw(staff, id, version, status);
  }

  @Get(':id/versions')
  @Answers(200, ArticleVersionList, 'not_found')
  versions(@Param() { id }: ArticleParams): Promise<{ items: ArticleVersionView[] }> {
    return this.publications.versions(id);
  }

  @Get(':id/versions/:version')
  @Answers(200, ArticleContentView, 'not_found')
  version(@Param() { id, version }: VersionParams): Promise<ArticleContent> {
    return this.publications.contentOf(id, version);
  }

  /** Makes an old version the draft. */
  @Post(':id/restorations')
  @Answers(201, ArticleDraftSchema, 'not_found', 'conflict')
  restore(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: ArticleParams,
    @Body() { version, from }: RestorationBody,
  ): Promise<ArticleDraftView> {
    return this.publications.restore(staff, id, version, from);
  }
}
