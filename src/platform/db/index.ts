export { createDataSource } from './data-source.js';
export { connectionsBehind, Database, isUniqueViolation, Transaction } from './database.js';
export { GatheredRead } from './gathered-read.js';
export {
  RESTORE_LOCK,
  requireKnown,
  requireSchema,
  SchemaRefused,
  schemaState,
} from './schema-state.js';
export { SharedRead } from './shared-read.js';
