/**
 * Every error that crosses a wire has one of these codes. Codes are stable: clients switch on them, never on texts.
 * The HTTP status, the localised title and the way out stand in `platform/http/problem.ts`.
 */
export const ERROR_CODES = [
  'invalid_input',
  'unauthenticated',
  'wrong_credentials',
  'second_factor_required',
  'wrong_code',
  'link_invalid',
  'forbidden',
  'not_found',
  'conflict',
  'in_use',
  'payload_too_large',
  'too_many_rows',
  'too_many_requests',
  'unsupported_media_type',
  'origin_not_allowed',
  'site_unknown',
  'identity_token_invalid',
  'identity_token_expired',
  'session_ended',
  'conversation_closed',
  'case_changed',
  'variables_unfilled',
  'idempotency_key_reused',
  'illegal_transition',
  'merge_itself',
  'merge_ended',
  'merge_internal',
  'merge_other_site',
  'link_cycle',
  'tasks_open',
  'undo_too_late',
  'form_incomplete',
  'capacity_exceeded',
  'person_away',
  'lookup_failed',
  'number_mistyped',
  'unavailable',
  'internal_error',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** RFC 9457 problem details, as HTTP body (`application/problem+json`) and as the error of a socket ack. */
export interface Problem {
  type: string;
  code: ErrorCode;
  title: string;
  status: number;
  /** What to do next, in the reader's language. */
  detail?: string;
  requestId: string;
  /** Which input was wrong, for `invalid_input`, or is missing, for `form_incomplete`: dotted path and reason. */
  errors?: { path: string; message: string }[];
  /** Seconds to wait, for `too_many_requests` and `unavailable`. */
  retryAfter?: number;
}

export type Ack<T extends object = object> = ({ ok: true } & T) | { ok: false; error: Problem };
