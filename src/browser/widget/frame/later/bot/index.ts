export { default as css } from './bot.css?inline';
export { BotExtras } from './extras.js';
export { FactCard } from './fact-card.js';
export { SystemLine } from './system-line.js';
export { Writing } from './writing.js';
