import { z } from 'zod';
import { LOCALES } from '../../contract/index.js';
import { dto, text } from '../../platform/http/index.js';

/** Anything that fits into a field: a form that is filled in wrongly answers like one whose case does not exist. */
const typed = z.string().max(200).default('');
const locale = z.enum(LOCALES).optional();
const key = z.string().max(100).default('');
const answer = z.enum(['true', 'false']).transform((value) => value === 'true');

export class StatusQuery extends dto(z.object({ locale })) {}
export class LinkQuery extends dto(z.object({ key, locale })) {}
export class StatusNumber extends dto(z.object({ number: z.string().min(1).max(60) })) {}
export class LookUpForm extends dto(z.object({ number: typed, factor: typed, locale })) {}
export class LookUpBody extends dto(z.object({ number: text(60), factor: text(60) })) {}
export class ConfirmationForm extends dto(z.object({ key, locale, solved: answer })) {}
export class RatingForm extends dto(
  z.object({
    key,
    locale,
    score: z.coerce.number().int().min(1).max(5),
    solved: answer,
    comment: text(500, 0).optional(),
  }),
) {}
