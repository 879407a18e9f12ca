import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { TicketsModule } from '../tickets/index.js';
import { ArticleHandlers } from './article.handlers.js';
import { ArticleJobs } from './article.jobs.js';
import { ArticleIndex } from './article-index.service.js';
import { Articles } from './articles.service.js';
import { FeedbackController } from './feedback.controller.js';
import { Feedback } from './feedback.service.js';
import { HelpCenter } from './help-center.service.js';
import { HelpPagesController } from './pages/help-pages.controller.js';
import { HelpPages } from './pages/help-pages.service.js';
import { SearchController } from './search.controller.js';

/** Articles and their versions, search, feedback, and the public pages. */
@Module({
  imports: [PeopleModule, TicketsModule],
  providers: [Articles, ArticleIndex, ArticleHandlers, ArticleJobs, Feedback, HelpCenter, HelpPages],
  controllers: [SearchController, FeedbackController, HelpPagesController],
  exports: [HelpCenter],
})
export class HelpCenterModule {}
