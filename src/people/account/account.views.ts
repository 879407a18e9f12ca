import { z } from 'zod';
import {
  type AccountView,
  LOCALES,
  type SecondFactorSetupView,
  STAFF_ROLES,
  type StaffSessionView,
} from '../../contract/index.js';
import { list, view } from '../../platform/openapi/index.js';

export const Account = view(
  'AccountView',
  z.object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: z.enum(STAFF_ROLES),
    locale: z.enum(LOCALES),
    version: z.int(),
    secondFactor: z.object({ enabled: z.boolean(), recoveryCodesLeft: z.int() }),
  }) satisfies z.ZodType<AccountView>,
);

export const SecondFactorSetup = view(
  'SecondFactorSetupView',
  z.object({ uri: z.string(), secret: z.string() }) satisfies z.ZodType<SecondFactorSetupView>,
);

export const RecoveryCodes = view('RecoveryCodesView', z.object({ recoveryCodes: z.array(z.string()) }));

export const OwnSessions = list(
  view(
    'StaffSessionView',
    z.object({
      id: z.uuid(),
      current: z.boolean(),
      address: z.string(),
      userAgent: z.string(),
      createdAt: z.iso.datetime(),
      lastSeenAt: z.iso.datetime(),
    }) satisfies z.ZodType<StaffSessionView>,
  ),
);
