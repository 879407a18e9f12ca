import type { CaseImportMessageCode } from '../../contract/index.js';

/** A file of which no case can be made. */
export class CaseImportRefused extends Error {
  override readonly name = 'CaseImportRefused';

  constructor(
    readonly code: CaseImportMessageCode,
    /** Which field or line. */
    readonly detail?: string,
    options?: ErrorOptions,
  ) {
    super(detail === undefined ? code : `${code}: ${detail}`, options);
  }
}
