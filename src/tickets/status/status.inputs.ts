import { z } from 'zod';
import {
  ALL_RATING_REASONS,
  LIMITS,
  LOCALES,
  type RatingReason,
  WITHDRAWAL_REASONS,
  type WithdrawalReason,
} from '../../contract/index.js';
import { dto, id, text } from '../../platform/http/index.js';

/** Anything that fits into a field: a form that is filled in wrongly answers like one whose case does not exist. */
const typed = z.string().max(200).default('');
const locale = z.enum(LOCALES).optional();
const key = z.string().max(100).default('');
const answer = z.enum(['true', 'false']).transform((value) => value === 'true');
/** Who holds the key may do what its form says; no session is asked, so no foreign page can use one. */
const holder = { key, locale };

/** What a page that was just sent a form says at its top. */
export const SAID = ['replied', 'nudged', 'withdrawn', 'confirmed', 'reopened', 'rated'] as const;
export type Said = (typeof SAID)[number];

/** Boxes with one name: none, one, or several. */
const boxes = <Value extends z.ZodType>(value: Value, most: number) =>
  z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(value).max(most));

export class StatusQuery extends dto(z.object({ locale })) {}
export class LinkQuery extends dto(z.object({ ...holder })) {}
export class CaseQuery extends dto(
  z.object({ ...holder, said: z.enum(SAID).optional(), page: z.coerce.number().int().min(1).max(100).default(1) }),
) {}
export class StatusNumber extends dto(z.object({ number: z.string().min(1).max(60) })) {}
export class LookUpForm extends dto(z.object({ number: typed, factor: typed, locale })) {}
export class LookUpBody extends dto(z.object({ number: text(60), factor: text(60) })) {}
export class NudgeForm extends dto(z.object({ ...holder })) {}
export class ConfirmationForm extends dto(z.object({ ...holder, solved: answer })) {}
export class WithdrawalForm extends dto(
  z.object({
    ...holder,
    reason: z.enum(Object.keys(WITHDRAWAL_REASONS) as [WithdrawalReason, ...WithdrawalReason[]]),
    words: text(LIMITS.withdrawalWords, 0).optional(),
  }),
) {}
export class RatingForm extends dto(
  z.object({
    ...holder,
    score: z.coerce.number().int().min(1).max(5),
    solved: answer,
    reasons: boxes(z.enum(ALL_RATING_REASONS as [RatingReason, ...RatingReason[]]), ALL_RATING_REASONS.length),
    comment: text(LIMITS.ratingComment, 0).optional(),
  }),
) {}

/** The fields of the answer that come before its files. */
export const ReplyFields = z.strictObject({
  ...holder,
  /** Made with the page, so that a form that is sent twice is one answer. */
  once: id,
  body: z.string().default(''),
  attachment: boxes(id, LIMITS.attachmentsPerMessage),
});
export type ReplyFields = z.output<typeof ReplyFields>;
