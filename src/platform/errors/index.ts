export { DeskError } from './desk-error.js';
export { statusOf, toProblem } from './problem.js';
export { refuse } from './refuse.js';
