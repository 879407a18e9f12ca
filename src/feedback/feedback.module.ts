import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { CaseErasers, TicketsModule } from '../tickets/index.js';
import { AreasController } from './areas/areas.controller.js';
import { FeedbackAreas } from './areas/areas.service.js';
import { FeedbackEraser } from './cases/case-eraser.js';
import { FeedbackCasesController } from './cases/feedback-cases.controller.js';
import { FeedbackCases } from './cases/feedback-cases.service.js';
import { IdentifiedConsumer } from './customers/identified.consumer.js';
import { OwnFeedback } from './customers/own-feedback.service.js';
import { Votes } from './customers/votes.service.js';
import { FeedbackForms } from './giving/feedback-forms.service.js';
import { Giving } from './giving/giving.service.js';
import { WidgetFeedbackController } from './giving/widget-feedback.controller.js';
import { FeedbackPageController } from './pages/feedback-page.controller.js';
import { FeedbackPages } from './pages/feedback-pages.service.js';
import { FeedbackJobHandlers } from './telling/job.handlers.js';
import { Tellings } from './telling/tellings.service.js';
import { Grouping } from './topics/grouping.service.js';
import { FeedbackHistory } from './topics/history.service.js';
import { Standing } from './topics/standing.service.js';
import { TopicDetails } from './topics/topic-details.service.js';
import { TopicLists } from './topics/topic-lists.service.js';
import { TopicLocks } from './topics/topic-locks.service.js';
import { TopicsController } from './topics/topics.controller.js';

/** 意见反馈: what customers say of the product, like things together, what becomes of it, and who is told. */
@Module({
  imports: [PeopleModule, TicketsModule],
  controllers: [
    AreasController,
    TopicsController,
    FeedbackCasesController,
    WidgetFeedbackController,
    FeedbackPageController,
  ],
  providers: [
    FeedbackAreas,
    FeedbackCases,
    FeedbackEraser,
    OwnFeedback,
    IdentifiedConsumer,
    Votes,
    FeedbackForms,
    Giving,
    FeedbackPages,
    FeedbackJobHandlers,
    Tellings,
    Grouping,
    FeedbackHistory,
    Standing,
    TopicDetails,
    TopicLists,
    TopicLocks,
  ],
  exports: [Tellings],
})
export class FeedbackModule {
  constructor(erasers: CaseErasers, eraser: FeedbackEraser) {
    erasers.register(eraser);
  }
}
