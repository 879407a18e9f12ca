import type { ErrorCode, Problem } from '../../contract/index.js';

/** The one error that rules throw. Everything else that reaches an edge is a defect and answers `internal_error`. */
export class DeskError extends Error {
  override readonly name = 'DeskError';

  constructor(
    readonly code: ErrorCode,
    readonly extra: {
      errors?: Problem['errors'];
      retryAfter?: number;
      detail?: Record<'zh-CN' | 'en', string>;
      cause?: unknown;
    } = {},
  ) {
    super(extra.detail?.en ?? code, { cause: extra.cause });
  }
}
