import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  PRESENCES,
  ROUTING_OBSTACLES,
  ROUTING_REASONS,
  ROUTING_STAGES,
  type RoutingsView,
  WAITING_REASONS,
  WORK_KINDS,
} from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { dto, text } from '../../platform/http/index.js';
import { Answers, view } from '../../platform/openapi/index.js';
import { Routings } from './routings.service.js';

const time = z.iso.datetime();
const need = z.object({ skill: z.string(), minimum: z.int(), required: z.boolean() });
const considered = z.object({
  staffId: z.uuid(),
  name: z.string(),
  load: z.int(),
  capacity: z.int(),
  needsMet: z.int(),
  idleSeconds: z.int().nullable(),
});
const routed = z.object({
  id: z.uuid(),
  at: time,
  endedAt: time.optional(),
  teamId: z.uuid(),
  kind: z.enum(WORK_KINDS),
  stage: z.enum(ROUTING_STAGES),
  waitedSeconds: z.int(),
  staffId: z.uuid(),
  name: z.string(),
  reason: z.enum(ROUTING_REASONS).optional(),
  considered: z.int().optional(),
  chosen: considered.optional(),
  others: z.array(considered).optional(),
  missing: z.array(need).optional(),
});
const waiting = z.object({
  teamId: z.uuid(),
  since: time,
  place: z.int(),
  kind: z.enum(WORK_KINDS),
  units: z.int(),
  stage: z.enum(ROUTING_STAGES),
  nextStageAt: time.optional(),
  needs: z.array(need),
  why: z.enum(WAITING_REASONS),
  people: z.array(
    z.object({
      staffId: z.uuid(),
      name: z.string(),
      teamId: z.uuid(),
      presence: z.enum(PRESENCES),
      load: z.int(),
      capacity: z.int(),
      missing: z.array(need),
      obstacles: z.array(z.enum(ROUTING_OBSTACLES)),
    }),
  ),
});
const RoutingsAnswer = view(
  'RoutingsView',
  z.object({ items: z.array(routed), waiting: waiting.optional() }) satisfies z.ZodType<RoutingsView>,
);

class RoutingsParam extends dto(z.object({ number: text(40) })) {}

@ApiTags('routing')
@Controller('api/tickets')
export class RoutingsController {
  constructor(private readonly routings: Routings) {}

  /** Why a case was given to whom it was, each time; and while it waits, why nobody has it. */
  @Get(':number/routings')
  @Answers(200, RoutingsAnswer, 'not_found', 'forbidden')
  explain(@CurrentStaff() staff: StaffPrincipal, @Param() { number }: RoutingsParam): Promise<RoutingsView> {
    return this.routings.of(staff, number);
  }
}
