import { z } from 'zod';
import {
  LOCALES,
  STAFF_LINK_PURPOSES,
  STAFF_ROLES,
  STAFF_STATES,
  type StaffLinkView,
  type StaffRecordView,
} from '../../contract/index.js';
import { page, view } from '../../platform/openapi/index.js';

export const StaffRecord = view(
  'StaffRecordView',
  z.object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: z.enum(STAFF_ROLES),
    locale: z.enum(LOCALES),
    teamIds: z.array(z.uuid()),
    state: z.enum(STAFF_STATES),
    secondFactor: z.boolean(),
    lastSeenAt: z.iso.datetime().optional(),
    link: z.object({ purpose: z.enum(STAFF_LINK_PURPOSES), expiresAt: z.iso.datetime() }).optional(),
    createdAt: z.iso.datetime(),
    version: z.int(),
  }) satisfies z.ZodType<StaffRecordView>,
);

export const StaffRecordPage = page(StaffRecord);

export const StaffLink = view(
  'StaffLinkView',
  z.object({
    purpose: z.enum(STAFF_LINK_PURPOSES),
    url: z.string(),
    expiresAt: z.iso.datetime(),
  }) satisfies z.ZodType<StaffLinkView>,
);

export const InvitedStaff = view('InvitedStaffView', z.object({ staff: StaffRecord, link: StaffLink }));
