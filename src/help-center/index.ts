export { HELP_CENTER_ENTITIES } from './article.entities.js';
export { HelpCenterModule } from './help-center.module.js';
export { type Answer, HelpCenter } from './help-center.service.js';
