/** Limits that both sides of the wire keep. Characters are UTF-16 code units, sizes bytes. */
export const LIMITS = {
  messageLength: 4_000,
  noteLength: 8_000,
  attachmentsPerMessage: 6,
  mentionsPerNote: 20,
  attachmentBytes: 10 * 1024 * 1024,
  imagePixels: 40_000_000,
  catchUpPage: 200,
  listPage: 100,
  /** Nobody reads a figure beyond this one: it is shown as 999+. */
  countedTickets: 999,
  /** … and of notices beyond this one: 99+. */
  countedNotices: 99,
  savedViews: 50,
  /** Rows of one table to keep. */
  exportedTickets: 100_000,
  trackedSteps: 20,
  socketFrameBytes: 64 * 1024,
  httpBodyBytes: 256 * 1024,
  /** A customer's message reopens a closed ticket within this many days; later it starts a new one. */
  reopenDays: 7,
  /** A finished case can be rated, and the rating changed, within this many days after it was closed. */
  ratingDays: 14,
  ratingComment: 500,
  withdrawalWords: 500,
  /** A case is out of the way for so many days at most. */
  snoozeDays: 90,
} as const;
