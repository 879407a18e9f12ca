import { z } from 'zod';
import {
  BULK_CASE_STATES,
  BULK_SKIPS,
  BULK_STATES,
  type BulkActionView,
  type BulkCaseView,
  type BulkDeed,
  type BulkPreviewView,
  ERROR_CODES,
  PRIORITIES,
  TICKET_STATUSES,
} from '../../contract/index.js';
import { list, page, view } from '../../platform/openapi/index.js';

const deed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), body: z.string() }),
  z.object({ kind: z.literal('note'), body: z.string() }),
  z.object({
    kind: z.literal('status'),
    to: z.enum(TICKET_STATUSES),
    note: z.string().optional(),
    despiteTasks: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('assign'),
    teamId: z.uuid(),
    staffId: z.uuid().optional(),
    note: z.string().optional(),
  }),
  z.object({ kind: z.literal('priority'), priority: z.enum(PRIORITIES) }),
  z.object({ kind: z.literal('tags'), add: z.array(z.string()), remove: z.array(z.string()) }),
]) satisfies z.ZodType<BulkDeed>;

export const BulkActionSchema = view(
  'BulkAction',
  z.object({
    id: z.uuid(),
    deed,
    state: z.enum(BULK_STATES),
    total: z.int(),
    counts: z.object({ waiting: z.int(), done: z.int(), failed: z.int(), skipped: z.int(), undone: z.int() }),
    orderedAt: z.iso.datetime(),
    heldUntil: z.iso.datetime(),
    endedAt: z.iso.datetime().optional(),
  }) satisfies z.ZodType<BulkActionView>,
);
export const BulkActionList = list(BulkActionSchema);

export const BulkPreviewSchema = view(
  'BulkPreview',
  z.object({
    total: z.int(),
    customers: z.int(),
    names: z.array(z.string()),
    forbidden: z.int(),
    ended: z.int(),
    unfilled: z.int(),
    sample: z.object({ number: z.string(), customerName: z.string(), body: z.string() }).optional(),
  }) satisfies z.ZodType<BulkPreviewView>,
);

export const BulkCasePage = page(
  view(
    'BulkCase',
    z.object({
      number: z.string(),
      subject: z.string().optional(),
      customerName: z.string().optional(),
      state: z.enum(BULK_CASE_STATES),
      skip: z.enum(BULK_SKIPS).optional(),
      problem: z.object({ code: z.enum(ERROR_CODES), title: z.string(), detail: z.string().optional() }).optional(),
    }) satisfies z.ZodType<BulkCaseView>,
  ),
);
