import { z } from 'zod';
import {
  CATEGORIES,
  RETENTION_DEEDS,
  RETENTION_REASONS,
  type RetentionHoldView,
  type RetentionKeptView,
  type RetentionPreviewView,
  type RetentionRunView,
  type RetentionSettingsView,
} from '../../contract/index.js';
import { list, page, view } from '../../platform/openapi/index.js';

const time = z.iso.datetime();
const shelf = { category: z.enum(CATEGORIES).nullable(), subCategory: z.string().optional() };
const days = z.int().optional();

export const RetentionSettingsSchema = view(
  'RetentionSettings',
  z.object({
    version: z.int(),
    settings: z.object({
      rules: z.array(z.object({ ...shelf, closeAfterDays: days, anonymiseAfterDays: days, deleteAfterDays: days })),
    }),
  }) satisfies z.ZodType<RetentionSettingsView>,
);

export const RetentionPreviewSchema = view(
  'RetentionPreview',
  z.object({
    items: z.array(
      z.object({
        cases: z.object({ close: z.int(), anonymise: z.int(), delete: z.int() }),
        kept: z.int(),
      }),
    ),
  }) satisfies z.ZodType<RetentionPreviewView>,
);

export const RetentionRunSchema = view(
  'RetentionRun',
  z.object({
    id: z.uuid(),
    startedBy: z.string().optional(),
    status: z.enum(['running', 'done', 'failed']),
    counts: z.array(z.object({ ...shelf, deed: z.enum(RETENTION_DEEDS), cases: z.int() })),
    kept: z.partialRecord(z.enum(RETENTION_REASONS), z.int()),
    startedAt: time,
    finishedAt: time.optional(),
  }) satisfies z.ZodType<RetentionRunView>,
);
export const RetentionRunList = list(RetentionRunSchema);

export const RetentionKeptPage = page(
  view(
    'RetentionKept',
    z.object({
      number: z.string(),
      deed: z.enum(RETENTION_DEEDS),
      reason: z.enum(RETENTION_REASONS),
    }) satisfies z.ZodType<RetentionKeptView>,
  ),
);

export const RetentionHoldList = list(
  view(
    'RetentionHold',
    z.object({
      number: z.string(),
      reason: z.string(),
      heldAt: time,
      heldBy: z.string(),
    }) satisfies z.ZodType<RetentionHoldView>,
  ),
);
