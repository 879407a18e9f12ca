import type { ArticleImportMessageCode } from '../../../contract/index.js';
import { ImportRefused } from '../../../platform/imports/index.js';

/** Something of a file that cannot be imported: all of it, or one article. */
export class ArticleImportRefused extends ImportRefused<ArticleImportMessageCode> {}
