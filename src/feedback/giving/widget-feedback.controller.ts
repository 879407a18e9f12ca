import { Body, Controller, Get, Header, Headers, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CONFIG, type Config } from '../../config.js';
import {
  FEEDBACK_KINDS,
  FEEDBACK_STATUSES,
  type GivenFeedbackView,
  LOCALES,
  type WidgetFeedbackView,
} from '../../contract/index.js';
import { type CustomerPrincipal, CustomerSessions } from '../../people/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Public } from '../../platform/http/index.js';
import { Answers, view } from '../../platform/openapi/index.js';
import { type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';
import { FeedbackAreas } from '../areas/areas.service.js';
import { feedbackPath } from '../customer-key.js';
import { OwnFeedback } from '../customers/own-feedback.service.js';
import { FeedbackBody } from './feedback.inputs.js';
import { FeedbackForms } from './feedback-forms.service.js';

const READ: RateLimit = { name: 'feedback-read', points: 120, seconds: 60 };

const WidgetFeedback = view(
  'WidgetFeedback',
  z.object({
    areas: z.array(z.object({ key: z.string(), name: z.string() })),
    mine: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(FEEDBACK_KINDS),
        words: z.string(),
        status: z.enum(FEEDBACK_STATUSES),
        answer: z.string().optional(),
        at: z.string(),
        caseNumber: z.string().optional(),
        caseUrl: z.string().optional(),
      }),
    ),
    pageUrl: z.string(),
  }) satisfies z.ZodType<WidgetFeedbackView>,
);
const GivenFeedback = view(
  'GivenFeedback',
  z.object({ id: z.uuid(), locale: z.enum(LOCALES), pageUrl: z.string() }) satisfies z.ZodType<GivenFeedbackView>,
);

/** The key of the browser session is the bearer token. */
@ApiTags('widget')
@ApiBearerAuth()
@Public()
@Controller('widget/feedback')
export class WidgetFeedbackController {
  constructor(
    private readonly sessions: CustomerSessions,
    private readonly areas: FeedbackAreas,
    private readonly own: OwnFeedback,
    private readonly forms: FeedbackForms,
    private readonly limits: RateLimits,
    @Inject(CONFIG) private readonly config: Pick<Config, 'secretKey'>,
  ) {}

  /** What it can be about, and what the customer gave with what became of it. */
  @Get()
  @Header('cache-control', 'no-store')
  @Answers(200, WidgetFeedback, 'session_ended', 'too_many_requests')
  async read(@Headers('authorization') authorization: string | undefined): Promise<WidgetFeedbackView> {
    const { customerId, locale } = await this.customer(authorization);
    await this.limits.consumeHere(READ, customerId);
    const [areas, mine] = await Promise.all([this.areas.forCustomers(locale), this.own.of(customerId, locale)]);
    return { areas, mine, pageUrl: feedbackPath(this.config.secretKey, customerId) };
  }

  /** The same `once` again gives nothing more. */
  @Post()
  @Answers(201, GivenFeedback, 'session_ended', 'too_many_requests')
  async give(
    @Headers('authorization') authorization: string | undefined,
    @Body() body: FeedbackBody,
  ): Promise<GivenFeedbackView> {
    return await this.forms.fromWidget(await this.customer(authorization), body);
  }

  private async customer(authorization: string | undefined): Promise<CustomerPrincipal> {
    const customer = await this.sessions.ofBearer(authorization);
    if (!customer) throw new DeskError('session_ended');
    return customer;
  }
}
