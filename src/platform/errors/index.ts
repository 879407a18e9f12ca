export { DeskError } from './desk-error.js';
export { statusOf, toProblem } from './problem.js';
