import { z } from 'zod';
import { CATEGORIES, LIMITS, NATURES, PRIORITIES, TICKET_LISTS, TICKET_STATUSES } from '../../contract/index.js';
import { dto, id, moment, pageQuery, printable, text, version } from '../../platform/http/index.js';

export class ListQuery extends dto(
  z.object({
    list: z.enum(TICKET_LISTS),
    ...pageQuery,
  }),
) {}

/** A number as somebody typed it; whether it exists is for the look-up to say. */
export class NumberParam extends dto(z.object({ number: z.string().min(1).max(60) })) {}

export class EditBody extends dto(
  z.object({
    version,
    category: z.enum(CATEGORIES).optional(),
    subCategory: printable.max(60).nullable().optional(),
    nature: z.enum(NATURES).optional(),
    priority: z.enum(PRIORITIES).optional(),
    subject: text(200).optional(),
    form: z.record(z.string().max(60), text(1_000, 0)).optional(),
  }),
) {}

export class AssignmentBody extends dto(
  z.object({ teamId: id, staffId: id.optional(), note: text(LIMITS.noteLength).optional() }),
) {}

export class TransitionBody extends dto(
  z.object({ to: z.enum(TICKET_STATUSES), note: text(LIMITS.noteLength).optional() }),
) {}

export class AccessBody extends dto(z.object({ reason: text(300, 4) })) {}

export class PromiseBody extends dto(
  z.object({
    promisedAt: moment,
    /** What it rests on; the customer reads it. */
    basis: text(200),
  }),
) {}

/** For colleagues: what was done. */
export class KeptPromiseBody extends dto(z.object({ note: text(300) })) {}
