export * from './administration.js';
export * from './agent-events.js';
export * from './enums.js';
export * from './errors.js';
export * from './limits.js';
export * from './origins.js';
export * from './views.js';
export * from './widget-events.js';
