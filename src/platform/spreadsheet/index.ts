export { csvTable } from './csv-table.js';
export type { TableCell, TableSource } from './table.js';
export { xlsxTable } from './xlsx-table.js';
