export { createMeilisearch } from './meilisearch.js';
export { fold, isHan, runs, terms, withinEdits, words } from './text.js';
