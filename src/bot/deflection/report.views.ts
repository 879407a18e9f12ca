import { z } from 'zod';
import {
  DEFLECTION_DIMENSIONS,
  type DeflectionReportView,
  type DeflectionRow,
  HAND_OVER_REASONS,
} from '../../contract/index.js';
import { view } from '../../platform/openapi/index.js';

const query = z.record(z.string(), z.string());
const money = z.object({ amount: z.number(), currency: z.string() }).nullable();

const Row = view(
  'DeflectionRow',
  z.object({
    key: z.string().nullable(),
    title: z.string().optional(),
    confirmed: z.int(),
    presumed: z.int(),
    abandoned: z.int(),
    handedOver: z.int(),
    undecided: z.int(),
    cameBack: z.int(),
    turnedToPerson: z.int(),
    askedAgain: z.int(),
    query,
  }) satisfies z.ZodType<DeflectionRow>,
);

export const DeflectionReport = view(
  'DeflectionReport',
  z.object({
    by: z.enum(DEFLECTION_DIMENSIONS),
    from: z.string(),
    to: z.string(),
    timeZone: z.string(),
    totals: Row,
    rows: z.array(Row),
    leftOff: z.int(),
    handOverReasons: z.array(z.object({ reason: z.enum(HAND_OVER_REASONS).nullable(), count: z.int(), query })),
    costPerContact: money,
    saved: money,
    perhapsSaved: money,
  }) satisfies z.ZodType<DeflectionReportView>,
);
