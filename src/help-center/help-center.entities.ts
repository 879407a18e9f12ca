import { ARTICLE_ENTITIES } from './articles/article.entities.js';
import { ArticleFeedback } from './feedback/feedback.entity.js';
import { LEARNING_ENTITIES } from './learning/learning.entities.js';
import { HelpCenterSettings } from './settings/settings.entity.js';
import { TRANSFER_ENTITIES } from './transfer/transfer.entities.js';

export const HELP_CENTER_ENTITIES = [
  ...ARTICLE_ENTITIES,
  ArticleFeedback,
  ...LEARNING_ENTITIES,
  ...TRANSFER_ENTITIES,
  HelpCenterSettings,
];
