import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { PeopleModule } from '../people/index.js';
import { RoutingModule } from '../routing/index.js';
import { CaseErasers, TicketsModule } from '../tickets/index.js';
import { ArticlePublisher } from './articles/article-publisher.service.js';
import { Articles } from './articles/articles.service.js';
import { Shelves } from './articles/shelves.service.js';
import { ArticleEditingController } from './editing/article-editing.controller.js';
import { ArticleImagesController, PublicImagesController } from './editing/article-images.controller.js';
import { ArticleImages } from './editing/article-images.service.js';
import { ArticleTurns } from './editing/article-turns.service.js';
import { ArticleUpkeepController } from './editing/article-upkeep.controller.js';
import { Drafts } from './editing/drafts.service.js';
import { Keywords } from './editing/keywords.service.js';
import { Previews } from './editing/previews.service.js';
import { Publications } from './editing/publications.service.js';
import { Reviews } from './editing/reviews.service.js';
import { Schedules } from './editing/schedules.service.js';
import { Upkeep } from './editing/upkeep.service.js';
import { FeedbackController } from './feedback/feedback.controller.js';
import { Feedback } from './feedback/feedback.service.js';
import { HelpCenter } from './help-center.service.js';
import { articleTaskEraser } from './learning/case-eraser.js';
import { ContactsConsumer } from './learning/contacts.consumer.js';
import { ArticleFromCaseController } from './learning/from-case/article-from-case.controller.js';
import { ArticleFromCase } from './learning/from-case/article-from-case.service.js';
import { LearningPruning } from './learning/pruning.service.js';
import { Reads } from './learning/reads.service.js';
import { SearchReportsController } from './learning/reports/search-reports.controller.js';
import { SearchReports } from './learning/reports/search-reports.service.js';
import { SearchLog } from './learning/search-log.service.js';
import { TasksConsumer } from './learning/tasks/tasks.consumer.js';
import { ArticleTasksController } from './learning/tasks/tasks.controller.js';
import { ArticleTasks } from './learning/tasks/tasks.service.js';
import { TaskWriting } from './learning/tasks/writing.service.js';
import { ArticleProblemsController } from './markdown/article-problems.controller.js';
import { ArticleProblems } from './markdown/article-problems.service.js';
import { HelpFeedsController } from './pages/feeds.controller.js';
import { HelpFeeds } from './pages/feeds.service.js';
import { AdviceForForm } from './pages/form-advice.js';
import { HelpPagesController } from './pages/help-pages.controller.js';
import { HelpPages } from './pages/help-pages.service.js';
import { SearchPages } from './pages/search-pages.service.js';
import { ShelfPages } from './pages/shelf-pages.service.js';
import { ArticleReadingsController } from './reading/article-readings.controller.js';
import { HostPages } from './reading/host-pages.service.js';
import { ArticlePassagesReader } from './reading/passages.service.js';
import { Popular } from './reading/popular.service.js';
import { Reading } from './reading/reading.service.js';
import { WidgetArticlesController } from './reading/widget-articles.controller.js';
import { ArticleHandlers } from './search/article.handlers.js';
import { ArticleJobs } from './search/article.jobs.js';
import { ArticleIndex } from './search/article-index.service.js';
import { HelpSearch } from './search/help-search.service.js';
import { SearchController } from './search/search.controller.js';
import { SectionEditing } from './sections/section-editing.service.js';
import { SectionsController } from './sections/sections.controller.js';
import { Sections } from './sections/sections.service.js';
import { HelpBrand } from './settings/help-brand.service.js';
import { HelpSettingsController } from './settings/help-settings.controller.js';
import { HelpSettings } from './settings/help-settings.service.js';
import { SettingsPreviews } from './settings/settings-previews.service.js';
import { ArticleSuggestionsController } from './suggestions/article-suggestions.controller.js';
import { ArticleSuggestions } from './suggestions/article-suggestions.service.js';
import { TRANSFER_CONTROLLERS, TRANSFER_PROVIDERS } from './transfer/transfer.parts.js';

/** Articles and their versions, search, feedback, and the public pages. */
@Module({
  imports: [PeopleModule, ConversationsModule, RoutingModule, TicketsModule],
  providers: [
    Articles,
    ArticlePublisher,
    Shelves,
    Sections,
    SectionEditing,
    ArticleIndex,
    ArticleHandlers,
    ArticleJobs,
    HelpSearch,
    Feedback,
    HelpCenter,
    HelpPages,
    SearchPages,
    ShelfPages,
    HelpFeeds,
    HelpBrand,
    HelpSettings,
    SettingsPreviews,
    AdviceForForm,
    ArticleSuggestions,
    Reading,
    ArticlePassagesReader,
    Popular,
    HostPages,
    ContactsConsumer,
    LearningPruning,
    ArticleFromCase,
    SearchReports,
    Drafts,
    Keywords,
    Publications,
    Reviews,
    Schedules,
    Upkeep,
    ArticleTurns,
    Previews,
    ArticleImages,
    ArticleProblems,
    SearchLog,
    Reads,
    ArticleTasks,
    TaskWriting,
    TasksConsumer,
    ...TRANSFER_PROVIDERS,
  ],
  controllers: [
    SearchController,
    FeedbackController,
    PublicImagesController,
    HelpFeedsController,
    HelpPagesController,
    HelpSettingsController,
    ArticleEditingController,
    ArticleUpkeepController,
    SectionsController,
    ArticleImagesController,
    ArticleProblemsController,
    ArticleSuggestionsController,
    WidgetArticlesController,
    ArticleReadingsController,
    ArticleTasksController,
    SearchReportsController,
    ...TRANSFER_CONTROLLERS,
    ArticleFromCaseController,
  ],
  exports: [ArticlePassagesReader, ArticleTasks, HelpCenter, HelpSettings, Keywords, Reads, SearchLog],
})
export class HelpCenterModule {
  constructor(erasers: CaseErasers) {
    erasers.register(articleTaskEraser);
  }
}
