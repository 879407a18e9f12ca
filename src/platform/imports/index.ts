export { ImportFile, ImportRow } from './import.entities.js';
export { rowsQuery } from './import.inputs.js';
export type { ImportKind, ImportRecord } from './import-kind.js';
export { ImportRefused } from './import-refused.js';
export { ImportWork, type Progress } from './import-work.service.js';
export { type Bringer, Imports, type RowFilter } from './imports.service.js';
export { messageWords } from './message-words.js';
export { ANY_TABLE, cellsOf, columnNamed, separatorOf } from './table.js';
export { readUpload, TakesUpload } from './upload.js';
