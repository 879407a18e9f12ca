export { createApp } from './create-app.js';
export { csvFile, csvLines } from './csv.js';
export { cursorColumn, cursorOf, cursorTime } from './cursor.js';
export { bothLanguages, pageQuery, version } from './inputs.js';
export { localeOf } from './locale.js';
export { toDeskError } from './problem.filter.js';
export { PUBLIC, PUBLIC_IN_DEMO, Public, PublicInDemo } from './public.decorator.js';
export { day, id, moment, printable, text, wallTime, wellFormed } from './text.js';
export { dto, parse } from './zod.pipe.js';
