import { z } from 'zod';
import {
  BULK_CASE_STATES,
  BULK_DEEDS,
  BULK_LIMITS,
  type BulkDeed,
  LIMITS,
  PRIORITIES,
  TICKET_STATUSES,
  unknownVariables,
} from '../../contract/index.js';
import { dto, id, pageQuery, text } from '../../platform/http/index.js';
import { tag } from '../console/ticket.inputs.js';
import { ticketFilter } from '../search/search.inputs.js';

const note = text(LIMITS.noteLength).optional();
const tags = z.array(tag).max(BULK_LIMITS.tags).default([]);

const deed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), body: text(LIMITS.messageLength) }),
  z.strictObject({ kind: z.literal('note'), body: text(LIMITS.noteLength) }),
  z.strictObject({
    kind: z.literal('status'),
    to: z.enum(TICKET_STATUSES),
    note,
    /** Resolved all the same, though tasks of it are open. */
    despiteTasks: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('assign'), teamId: id, staffId: id.optional(), note }),
  z.strictObject({ kind: z.literal('priority'), priority: z.enum(PRIORITIES) }),
  z.strictObject({ kind: z.literal('tags'), add: tags, remove: tags }),
]) satisfies z.ZodType<BulkDeed>;

const scope = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('numbers'),
    numbers: z.array(z.string().min(1).max(60)).min(1).max(BULK_LIMITS.selected),
  }),
  /** As the ticket search takes it. */
  z.strictObject({ by: z.literal('filter'), filter: ticketFilter }),
  /** Those of an earlier action that failed or were not come to. */
  z.strictObject({ by: z.literal('unfinished'), actionId: id }),
]);
/** As it was read: a filter's values are lists by now. */
export type ReadScope = z.output<typeof scope>;

export class BulkActionBody extends dto(
  z.object({
    /** Chosen by the page: sent twice it is ordered once. */
    requestId: id,
    deed: deed.refine((given) => problemOf(given) === undefined, { error: (issue) => problemOf(issue.input) }),
    scope,
  }),
) {}

/** Without what is not written yet: then only the cases are counted. */
export class BulkPreviewBody extends dto(
  z.object({
    kind: z.enum(BULK_DEEDS),
    body: text(LIMITS.messageLength, 0).optional(),
    scope,
  }),
) {}

export class BulkActionParam extends dto(z.object({ id })) {}

export class BulkCasesQuery extends dto(z.object({ ...pageQuery, state: z.enum(BULK_CASE_STATES).optional() })) {}

/** What no case could take. */
function problemOf(given: unknown): string | undefined {
  const { kind, ...rest } = given as BulkDeed;
  if (kind === 'tags' && 'add' in rest && rest.add.length + rest.remove.length === 0) return 'names no tag';
  if (kind !== 'answer' || !('body' in rest)) return undefined;
  const [unknown] = unknownVariables(rest.body);
  return unknown && `there is no variable ${unknown}`;
}
