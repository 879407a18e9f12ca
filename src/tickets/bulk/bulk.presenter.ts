import {
  type BulkActionView,
  type BulkCaseState,
  type BulkCaseView,
  type BulkSkip,
  type BulkState,
  type ErrorCode,
  type Locale,
  type LocalizedText,
} from '../../contract/index.js';
import { DeskError, toProblem } from '../../platform/errors/index.js';

/** A row of `ACTION_BY_ID` and `ACTIONS_OF`. */
export interface ActionRow {
  id: string;
  staffId: string;
  deed: BulkActionView['deed'];
  state: BulkState;
  total: number;
  counts: Partial<Record<BulkCaseState, number>>;
  orderedAt: Date;
  heldUntil: Date;
  endedAt: Date | null;
  [column: string]: unknown;
}

/** A row of `CASES_OF`. */
export interface CaseRow {
  place: number;
  number: string;
  state: BulkCaseState;
  code: string | null;
  detail: LocalizedText | null;
  subject: string | null;
  customerName: string | null;
  [column: string]: unknown;
}

export function presentAction({ id, deed, state, total, counts, ...row }: ActionRow): BulkActionView {
  return {
    id,
    deed,
    state,
    total,
    counts: { waiting: 0, done: 0, failed: 0, skipped: 0, undone: 0, ...counts },
    orderedAt: row.orderedAt.toISOString(),
    heldUntil: row.heldUntil.toISOString(),
    ...(row.endedAt && { endedAt: row.endedAt.toISOString() }),
  };
}

export function presentCase(
  { number, state, code, subject, customerName, ...row }: CaseRow,
  locale: Locale,
): BulkCaseView {
  return {
    number,
    state,
    ...(subject !== null && { subject }),
    ...(customerName !== null && { customerName }),
    ...(state === 'skipped' && { skip: (code ?? 'unchanged') as BulkSkip }),
    ...(state === 'failed' && { problem: problemOf(row.detail, (code ?? 'internal_error') as ErrorCode, locale) }),
  };
}

/** What the catalogue says to do next is for who stands before the case; here only what this case has to say. */
function problemOf(detail: LocalizedText | null, code: ErrorCode, locale: Locale): BulkCaseView['problem'] {
  const { title } = toProblem(new DeskError(code), locale, '');
  return { code, title, ...(detail && { detail: detail[locale] }) };
}
