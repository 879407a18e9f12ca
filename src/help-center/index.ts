export { HELP_CENTER_ENTITIES } from './article.entities.js';
export { ArticlePublished } from './article.events.js';
export { HelpCenterModule } from './help-center.module.js';
export { type Answer, HelpCenter } from './help-center.service.js';
export { type ArticleCategory, type SearchOptions, SURE } from './search/article-search.js';
