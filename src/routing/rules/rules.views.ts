import { z } from 'zod';
import type { RoutingRulesView, RoutingWarning, TeamRoutingView } from '../../contract/index.js';
import { LocalizedTextSchema } from '../../people/index.js';
import { view } from '../../platform/openapi/index.js';
import { rules, teamSettings } from './rules.inputs.js';

const warning = z.object({
  path: z.string(),
  code: z.string(),
  message: LocalizedTextSchema,
}) satisfies z.ZodType<RoutingWarning>;

export const Rules = view(
  'RoutingRulesView',
  z.object({
    version: z.int(),
    rules,
    note: z.string(),
    createdAt: z.iso.datetime(),
    createdBy: z.string().optional(),
    warnings: z.array(warning),
  }) satisfies z.ZodType<RoutingRulesView>,
);

export const TeamRouting = view(
  'TeamRoutingView',
  z.object({
    ...teamSettings.shape,
    teamId: z.uuid(),
    version: z.int(),
    warnings: z.array(warning),
  }) satisfies z.ZodType<TeamRoutingView>,
);
