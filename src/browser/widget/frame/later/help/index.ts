export { FeedbackEntry } from '../feedback/entry.js';
export { Article } from './article.js';
export { Found } from './found.js';
export { default as css } from './help.css?inline';
export { Start as Popular } from './start.js';
