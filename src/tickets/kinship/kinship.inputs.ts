import { z } from 'zod';
import { LIMITS, LINK_KINDS_BY_HAND } from '../../contract/index.js';
import { dto, id, text, version } from '../../platform/http/index.js';

/** A number as somebody typed it. */
const number = text(60);
/** For colleagues. */
const note = text(LIMITS.noteLength).optional();

export class MergeBody extends dto(
  z.object({
    into: number,
    note,
    /** Of the case that is merged, as it was seen. */
    version: version.optional(),
  }),
) {}

export class SplitBody extends dto(
  z.object({
    conversationId: id,
    /** Messages of its customer's. */
    entryIds: z.array(id).min(1).max(50),
    teamId: id.optional(),
    note,
  }),
) {}

export class CaseTaskBody extends dto(
  z.object({
    subject: text(200),
    /** Default: the team that has the case. */
    teamId: id.optional(),
    staffId: id.optional(),
    note,
  }),
) {}

export class LinkBody extends dto(z.object({ kind: z.enum(LINK_KINDS_BY_HAND), to: number })) {}
export class LinkParam extends dto(z.object({ number, kind: z.enum(LINK_KINDS_BY_HAND), to: number })) {}

/** Null: a part of nothing. */
export class ParentBody extends dto(z.object({ to: number.nullable() })) {}
