import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  CATEGORIES,
  type CaseFeedbackView,
  FEEDBACK_KINDS,
  FEEDBACK_LIMITS,
  FEEDBACK_STATUSES,
  type FeedbackTopicView,
} from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { dto, text } from '../../platform/http/index.js';
import { Answers, list, view } from '../../platform/openapi/index.js';
import { areaKey, TopicParam } from '../topics/topic.inputs.js';
import { FeedbackTopicDetail } from '../topics/topic.views.js';
import { TopicDetails } from '../topics/topic-details.service.js';
import { FeedbackCases } from './feedback-cases.service.js';

class NumberParam extends dto(z.object({ number: z.string().min(1).max(60) })) {}
class CaseBody extends dto(z.object({ category: z.enum(CATEGORIES) })) {}
class TakenBody extends dto(
  z.object({
    kind: z.enum(FEEDBACK_KINDS),
    area: areaKey.optional(),
    words: text(FEEDBACK_LIMITS.words).optional(),
  }),
) {}

const CaseFeedback = view(
  'CaseFeedback',
  z.object({
    id: z.uuid(),
    topicId: z.uuid(),
    kind: z.enum(FEEDBACK_KINDS),
    way: z.enum(['from_case', 'became_case']),
    status: z.enum(FEEDBACK_STATUSES),
  }) satisfies z.ZodType<CaseFeedbackView>,
);
const CaseFeedbackList = list(CaseFeedback);

/** Between feedback and cases. */
@ApiTags('feedback')
@Controller('api')
export class FeedbackCasesController {
  constructor(
    private readonly cases: FeedbackCases,
    private readonly details: TopicDetails,
  ) {}

  /** One piece of feedback becomes a case, once; answers with its topic. */
  @Post('feedback/:id/case')
  @Answers(201, FeedbackTopicDetail, 'not_found', 'forbidden', 'conflict')
  async open(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: TopicParam,
    @Body() { category }: CaseBody,
  ): Promise<FeedbackTopicView> {
    const { topicId } = await this.cases.open(staff, id, category);
    return await this.details.of(topicId);
  }

  @Get('tickets/:number/feedback')
  @Answers(200, CaseFeedbackList, 'not_found', 'forbidden')
  async ofCase(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
  ): Promise<{ items: CaseFeedbackView[] }> {
    return { items: await this.cases.ofCase(staff, number) };
  }

  /** What the customer of a case said is taken as feedback, once. */
  @Post('tickets/:number/feedback')
  @Answers(201, CaseFeedbackList, 'not_found', 'forbidden', 'conflict', 'illegal_transition')
  async take(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() body: TakenBody,
  ): Promise<{ items: CaseFeedbackView[] }> {
    return { items: await this.cases.take(staff, number, body) };
  }
}
