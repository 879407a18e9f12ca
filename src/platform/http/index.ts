export { createApp } from './create-app.js';
export { localeOf } from './locale.js';
export { ProblemFilter, toDeskError } from './problem.filter.js';
export { PUBLIC, Public } from './public.decorator.js';
export { id, text } from './text.js';
export { dto, parse, ZodPipe } from './zod.pipe.js';
