import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FeedbackTopicItemView, FeedbackTopicView, Page } from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { Tellings } from '../telling/tellings.service.js';
import { Grouping } from './grouping.service.js';
import { Standing } from './standing.service.js';
import {
  TopicMergeBody,
  TopicNameBody,
  TopicNoteBody,
  TopicParam,
  TopicPublicityBody,
  TopicQuery,
  TopicSplitBody,
  TopicStandingBody,
  TopicTellingBody,
} from './topic.inputs.js';
import { FeedbackTopicDetail, FeedbackTopicList, FeedbackTopicPage } from './topic.views.js';
import { TopicDetails } from './topic-details.service.js';
import { TopicLists } from './topic-lists.service.js';

/** What customers say of the product, like things together. All of the staff read it; `FEEDBACK_PERMISSIONS` says who does what. */
@ApiTags('feedback')
@Controller('api')
export class TopicsController {
  constructor(
    private readonly lists: TopicLists,
    private readonly details: TopicDetails,
    private readonly grouping: Grouping,
    private readonly standing: Standing,
    private readonly tellings: Tellings,
  ) {}

  @Get('feedback-topics')
  @Answers(200, FeedbackTopicPage)
  page(@Query() query: TopicQuery): Promise<Page<FeedbackTopicItemView>> {
    return this.lists.page(query);
  }

  @Get('feedback-topics/:id')
  @Answers(200, FeedbackTopicDetail, 'not_found')
  read(@Param() { id }: TopicParam): Promise<FeedbackTopicView> {
    return this.details.of(id);
  }

  /** Others in which people say much the same. */
  @Get('feedback-topics/:id/alike')
  @Answers(200, FeedbackTopicList)
  async alike(@Param() { id }: TopicParam): Promise<{ items: FeedbackTopicItemView[] }> {
    return { items: await this.lists.alike(id) };
  }

  /** What it is called, and what it is about. */
  @Put('feedback-topics/:id')
  @Answers(200, FeedbackTopicDetail, 'not_found', 'forbidden', 'conflict')
  async name(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: TopicParam,
    @Body() body: TopicNameBody,
  ): Promise<FeedbackTopicView> {
    await this.grouping.name(staff, id, body);
    return await this.details.of(id);
  }

  /** Answers with the topic that all of it went into. */
  @Post('feedback-topics/:id/merges')
  @Answers(201, FeedbackTopicDetail, 'not_found', 'forbidden', 'conflict')
  async merge(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: TopicParam,
    @Body() body: TopicMergeBody,
  ): Promise<FeedbackTopicView> {
    await this.grouping.merge(staff, id, body);
    return await this.details.of(body.into);
  }

  /** Answers with the new topic. */
  @Post('feedback-topics/:id/splits')
  @Answers(201, FeedbackTopicDetail, 'not_found', 'forbidden', 'conflict')
  async split(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: TopicParam,
    @Body() body: TopicSplitBody,
  ): Promise<FeedbackTopicView> {
    return await this.details.of(await this.grouping.split(staff, id, body));
  }

  /** Status and public answer; with `tell`, everybody who asked for it hears of it after ten seconds. */
  @Put('feedback-topics/:id/standing')
  @Answers(200, FeedbackTopicDetail, 'not_found', 'forbidden', 'conflict', 'illegal_transition')
  async decide(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: TopicParam,
    @Body() body: TopicStandingBody,
  ): Promise<FeedbackTopicView> {
    await this.standing.decide(staff, id, body);
    return await this.details.of(id);
  }

  @Put('feedback-topics/:id/publicity')
  @Answers(200, FeedbackTopicDetail, 'not_found', 'forbidden', 'conflict')
  async show(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: TopicParam,
    @Body() body: TopicPublicityBody,
  ): Promise<FeedbackTopicView> {
    await this.standing.show(staff, id, body);
    return await this.details.of(id);
  }

  /** For colleagues alone. */
  @Post('feedback-topics/:id/notes')
  @Answers(201, FeedbackTopicDetail, 'not_found', 'conflict')
  async note(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: TopicParam,
    @Body() { note }: TopicNoteBody,
  ): Promise<FeedbackTopicView> {
    await this.grouping.note(staff, id, note);
    return await this.details.of(id);
  }

  @Post('feedback-topics/:id/tellings')
  @Answers(201, FeedbackTopicDetail, 'not_found', 'forbidden', 'conflict')
  async tell(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: TopicParam,
    @Body() body: TopicTellingBody,
  ): Promise<FeedbackTopicView> {
    await this.standing.tell(staff, id, body);
    return await this.details.of(id);
  }

  /** Nobody is told, as long as its ten seconds are not over. */
  @Post('feedback-tellings/:id/withdrawal')
  @Answers(201, FeedbackTopicDetail, 'not_found', 'forbidden', 'conflict')
  async withdraw(@CurrentStaff() staff: StaffPrincipal, @Param() { id }: TopicParam): Promise<FeedbackTopicView> {
    const { topicId } = await this.tellings.withdraw(staff, id);
    return await this.details.of(topicId);
  }
}
