import type { CaseImportMessageCode } from '../../contract/index.js';
import { ImportRefused } from '../../platform/imports/index.js';

/** A file of which no case can be made. */
export class CaseImportRefused extends ImportRefused<CaseImportMessageCode> {}
