import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type AssignableStaffView, PRESENCES, type Presence } from '../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../people/index.js';
import { dto, id } from '../platform/http/index.js';
import { Answers, list, view } from '../platform/openapi/index.js';
import { Presences } from './presences.service.js';
import { Profiles } from './profiles.service.js';

const PresenceBody = z.object({ presence: z.enum(PRESENCES) });
const CurrentPresence = view('CurrentPresence', PresenceBody);
const Assignable = view(
  'AssignableStaffView',
  z.object({
    id,
    name: z.string(),
    teamIds: z.array(id),
    presence: z.enum(PRESENCES),
    load: z.int(),
    capacity: z.int(),
  }) satisfies z.ZodType<AssignableStaffView>,
);

class SetPresence extends dto(PresenceBody) {}
class OfTeam extends dto(z.object({ teamId: id.optional() })) {}

@ApiTags('routing')
@Controller('api')
export class RoutingController {
  constructor(
    private readonly presences: Presences,
    private readonly profiles: Profiles,
  ) {}

  @Get('presences/current')
  @Answers(200, CurrentPresence)
  async presence(@CurrentStaff() staff: StaffPrincipal): Promise<{ presence: Presence }> {
    return { presence: await this.presences.of(staff.staffId) };
  }

  /** 在线 / 忙碌 / 离线. */
  @Put('presences/current')
  @Answers(200, CurrentPresence)
  async setPresence(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() { presence }: SetPresence,
  ): Promise<{ presence: Presence }> {
    await this.presences.set(staff.staffId, presence);
    return { presence };
  }

  /** Who a case could be handed to, the freest first. */
  @Get('staff/assignable')
  @Answers(200, list(Assignable))
  async assignable(@Query() { teamId }: OfTeam): Promise<{ items: AssignableStaffView[] }> {
    return { items: await this.profiles.assignable(teamId) };
  }
}
