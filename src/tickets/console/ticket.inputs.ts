import { z } from 'zod';
import {
  CATEGORIES,
  FORM_LIMITS,
  LIMITS,
  NATURES,
  PRIORITIES,
  TAG_LIMITS,
  TICKET_LISTS,
  TICKET_STATUSES,
  tidyTag,
} from '../../contract/index.js';
import { dto, id, moment, pageQuery, printable, text, version } from '../../platform/http/index.js';

export class ListQuery extends dto(
  z.object({
    list: z.enum(TICKET_LISTS),
    ...pageQuery,
  }),
) {}

/** A number as somebody typed it; whether it exists is for the look-up to say. */
export class NumberParam extends dto(z.object({ number: z.string().min(1).max(60) })) {}

export const tag = text(TAG_LIMITS.length).overwrite(tidyTag).min(1).max(TAG_LIMITS.length);

export class EditBody extends dto(
  z.object({
    version,
    category: z.enum(CATEGORIES).optional(),
    subCategory: printable.max(60).nullable().optional(),
    nature: z.enum(NATURES).optional(),
    priority: z.enum(PRIORITIES).optional(),
    subject: text(200).optional(),
    form: z.record(z.string().max(60), text(FORM_LIMITS.longTextLength, 0)).optional(),
    /** Of the form that was filled in: what an older one has and the present one does not take is named in the answer. */
    formVersion: z.int().min(1).optional(),
    /** All it shall have; those that read the same count once. */
    tags: z.array(tag).max(TAG_LIMITS.perTicket).optional(),
  }),
) {}

export class AssignmentBody extends dto(
  z.object({
    teamId: id,
    staffId: id.optional(),
    note: text(LIMITS.noteLength).optional(),
    /** Where the giver saw it; when it is elsewhere by now, nothing is changed. */
    from: z.strictObject({ teamId: id, staffId: id.optional() }).optional(),
  }),
) {}

/** For whoever has the case, and colleagues who see it; never for the customer. */
export class WhisperBody extends dto(z.object({ body: text(LIMITS.noteLength) })) {}

export class TransitionBody extends dto(
  z.object({
    to: z.enum(TICKET_STATUSES),
    note: text(LIMITS.noteLength).optional(),
    /** Resolved all the same, though tasks of it are open. */
    despiteTasks: z.boolean().optional(),
  }),
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
