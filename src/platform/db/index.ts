export { createDataSource } from './data-source.js';
export { Database, isUniqueViolation, Transaction } from './database.js';
