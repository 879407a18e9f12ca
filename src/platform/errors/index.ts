export { DeskError } from './desk-error.js';
export { toProblem } from './problem.js';
