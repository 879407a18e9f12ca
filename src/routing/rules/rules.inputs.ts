import { z } from 'zod';
import {
  CATEGORIES,
  LOCALES,
  type NeedRule,
  ROUTING_STRATEGIES,
  type RoutingRules,
  SHOP_TIERS,
  type TeamRoutingSettings,
} from '../../contract/index.js';
import { dto, id, text, version } from '../../platform/http/index.js';

/** Shapes only: what makes sense is said by `contract/routing-problems.ts`, with the fix, for editors and for us alike. */

const number = z.number();
/** Bounded far beyond what makes sense: a plain number or nothing would stand in the API document as a list of numbers. */
const numberOrNone = z.number().max(1_000_000_000).nullable();
const need = z.strictObject({
  when: z.strictObject({
    category: z.enum(CATEGORIES).optional(),
    subCategory: text(60).optional(),
    locale: z.enum(LOCALES).optional(),
    tier: z.enum(SHOP_TIERS).optional(),
    industry: text(60).optional(),
    entry: text(500).optional(),
  }),
  skill: text(80),
  minimum: number,
  required: z.boolean(),
}) satisfies z.ZodType<NeedRule>;

export const rules = z.strictObject({
  headStarts: z.strictObject({ P0: number, P1: number, P2: number, P3: number, premium: number, live: number }),
  units: z.strictObject({ chat: number, phone: number, email: number, form: number }),
  needs: z.array(need).max(1_000),
}) satisfies z.ZodType<RoutingRules>;

export const teamSettings = z.strictObject({
  strategy: z.enum(ROUTING_STRATEGIES),
  answerWithinSeconds: numberOrNone,
  lastAgentDays: number,
  relaxAfterSeconds: numberOrNone,
  overflowAfterSeconds: numberOrNone,
  overflowTeamIds: z.array(id).max(100),
  shiftOnly: z.boolean(),
  queueLimit: numberOrNone,
  releaseAfterMinutes: numberOrNone,
  surgeWaiting: numberOrNone,
}) satisfies z.ZodType<TeamRoutingSettings>;

const note = text(200, 0).default('');

export class RulesBody extends dto(z.object({ version, rules, note })) {}
export class TeamRoutingBody extends dto(teamSettings.extend({ version })) {}
export class VersionParam extends dto(z.object({ version: z.coerce.number().int().min(1).max(1_000_000) })) {}
export class TeamParam extends dto(z.object({ id })) {}
