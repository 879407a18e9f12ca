export { Answers, AnswersFile } from './answers.js';
export { ApiDocument } from './api-document.js';
export { buildDocument } from './document.js';
export { OpenApiModule } from './openapi.module.js';
export { list, page, view } from './views.js';
