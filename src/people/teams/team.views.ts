import { z } from 'zod';
import type { OnDutyView, ShiftTableView, ShiftView, TeamRecordView } from '../../contract/index.js';
import { list, view } from '../../platform/openapi/index.js';
import { LocalizedTextSchema } from '../staff/staff.views.js';

export const TeamRecord = view(
  'TeamRecordView',
  z.object({
    id: z.uuid(),
    key: z.string(),
    name: LocalizedTextSchema,
    leadId: z.uuid().optional(),
    dutyManagerId: z.uuid().optional(),
    memberIds: z.array(z.uuid()),
    timeZone: z.string(),
    archived: z.boolean(),
    version: z.int(),
  }) satisfies z.ZodType<TeamRecordView>,
);
export const TeamRecords = list(TeamRecord);

export const ShiftRecord = view(
  'ShiftView',
  z.object({
    id: z.uuid(),
    staffId: z.uuid(),
    staffName: z.string(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    starts: z.string(),
    ends: z.string(),
  }) satisfies z.ZodType<ShiftView>,
);
export const ShiftTable = view(
  'ShiftTableView',
  z.object({
    timeZone: z.string(),
    editable: z.boolean(),
    items: z.array(ShiftRecord),
  }) satisfies z.ZodType<ShiftTableView>,
);

export const CopiedWeek = view('CopiedWeekView', z.object({ copied: z.int() }));

export const OnDuty = list(
  view(
    'OnDutyView',
    z.object({
      id: z.uuid(),
      name: z.string(),
      as: z.enum(['shift', 'duty_manager']),
    }) satisfies z.ZodType<OnDutyView>,
  ),
);
