import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { TicketsModule } from '../tickets/index.js';
import { ArticleHandlers } from './article.handlers.js';
import { ArticleJobs } from './article.jobs.js';
import { ArticleIndex } from './article-index.service.js';
import { Articles } from './articles.service.js';
import { ArticleEditingController } from './editing/article-editing.controller.js';
import { ArticleImagesController, PublicImagesController } from './editing/article-images.controller.js';
import { ArticleImages } from './editing/article-images.service.js';
import { Drafts } from './editing/drafts.service.js';
import { Previews } from './editing/previews.service.js';
import { Publications } from './editing/publications.service.js';
import { FeedbackController } from './feedback.controller.js';
import { Feedback } from './feedback.service.js';
import { HelpCenter } from './help-center.service.js';
import { HelpPagesController } from './pages/help-pages.controller.js';
import { HelpPages } from './pages/help-pages.service.js';
import { SearchController } from './search.controller.js';

/** Articles and their versions, search, feedback, and the public pages. */
@Module({
  imports: [PeopleModule, TicketsModule],
  providers: [
    Articles,
    ArticleIndex,
    ArticleHandlers,
    ArticleJobs,
    Feedback,
    HelpCenter,
    HelpPages,
    Drafts,
    Publications,
    Previews,
    ArticleImages,
  ],
  controllers: [
    SearchController,
    FeedbackController,
    PublicImagesController,
    HelpPagesController,
    ArticleEditingController,
    ArticleImagesController,
  ],
  exports: [HelpCenter],
})
export class HelpCenterModule {}
