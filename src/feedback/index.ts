export { feedbackPath } from './customer-key.js';
export { FEEDBACK_ENTITIES } from './feedback.entities.js';
export { FeedbackTellingDue } from './feedback.events.js';
export { FeedbackModule } from './feedback.module.js';
export { Giving } from './giving/giving.service.js';
export { Tellings, type TellingWords } from './telling/tellings.service.js';
export { Grouping } from './topics/grouping.service.js';
export { Standing } from './topics/standing.service.js';
