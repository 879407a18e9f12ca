export { Answers } from './answers.js';
export { list, page, view } from './views.js';
