export { createMeilisearch } from './meilisearch.js';
export { fold, foldInPlace, isHan, runs, segments, withinEdits, words } from './text.js';
