import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ArticleDraftView, ArticleTaskView, Page } from '../../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../../people/index.js';
import { Answers } from '../../../platform/openapi/index.js';
import { ArticleDraftSchema } from '../../editing/article.views.js';
import { BeginBody, ProposalBody, TaskBody, TaskListQuery, TaskParams, TaskStatusBody } from './task.inputs.js';
import { ArticleTaskPage, ArticleTaskSchema, ArticleWriters } from './task.views.js';
import { ArticleTasks } from './tasks.service.js';
import { TaskWriting } from './writing.service.js';

/** Anybody of the staff may propose; supervisors and administrators see to it. */
@ApiTags('article tasks')
@Controller('api/article-tasks')
export class ArticleTasksController {
  constructor(
    private readonly tasks: ArticleTasks,
    private readonly writing: TaskWriting,
  ) {}

  @Roles('admin', 'supervisor')
  @Get()
  @Answers(200, ArticleTaskPage)
  list(
    @CurrentStaff() { staffId }: StaffPrincipal,
    @Query() { status, mine, limit, cursor }: TaskListQuery,
  ): Promise<Page<ArticleTaskView>> {
    return this.tasks.list({ status, assigneeId: mine ? staffId : undefined }, limit, cursor);
  }

  /** Whom a task can be given to. */
  @Roles('admin', 'supervisor')
  @Get('writers')
  @Answers(200, ArticleWriters)
  async writers(): Promise<{ items: { id: string; name: string }[] }> {
    return { items: await this.tasks.writers() };
  }

  /** About the same query, article or case there is one open task at most: the one that is there is answered. */
  @Post()
  @Answers(201, ArticleTaskSchema, 'not_found', 'forbidden')
  propose(@CurrentStaff() staff: StaffPrincipal, @Body() { about }: ProposalBody): Promise<ArticleTaskView> {
    return this.writing.propose(staff, about);
  }

  @Roles('admin', 'supervisor')
  @Put(':id')
  @Answers(200, ArticleTaskSchema, 'not_found', 'conflict')
  change(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: TaskParams,
    @Body() { version, ...change }: TaskBody,
  ): Promise<ArticleTaskView> {
    return this.tasks.change(staff, id, version, change);
  }

  /** Done, dismissed (say why), or open again. */
  @Roles('admin', 'supervisor')
  @Put(':id/status')
  @Answers(200, ArticleTaskSchema, 'not_found', 'conflict')
  setStatus(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: TaskParams,
    @Body() { version, ...change }: TaskStatusBody,
  ): Promise<ArticleTaskView> {
    return this.tasks.setStatus(staff, id, version, change);
  }

  /** A draft that begins with what was asked for; publishing it closes the task. */
  @Roles('admin', 'supervisor')
  @Post(':id/articles')
  @Answers(201, ArticleDraftSchema, 'not_found', 'conflict')
  begin(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: TaskParams,
    @Body() body: BeginBody,
  ): Promise<ArticleDraftView> {
    return this.writing.begin(staff, id, body);
  }
}
