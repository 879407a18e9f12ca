import type { ImportMessageCode } from '../../../contract/index.js';

/** Something of a file that cannot be imported: all of it, or one article. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';

  constructor(
    readonly code: ImportMessageCode,
    /** Which file, field or line. */
    readonly detail?: string,
    options?: ErrorOptions,
  ) {
    super(detail === undefined ? code : `${code}: ${detail}`, options);
  }
}
