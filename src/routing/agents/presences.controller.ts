import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type OwnPresenceView, PRESENCES, type PresenceView, WORK_KINDS } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { dto, id } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { ImposedPresences } from './imposed-presences.service.js';
import { OwnPresence, PresenceOfStaff } from './presence.views.js';
import { Presences } from './presences.service.js';

const presence = z.enum(PRESENCES);
const pausedKinds = z.array(z.enum(WORK_KINDS)).max(WORK_KINDS.length);

class SetPresence extends dto(z.object({ presence, pausedKinds: pausedKinds.optional() })) {}
class ImposePresence extends dto(z.object({ presence })) {}
class StaffParam extends dto(z.object({ id })) {}

@ApiTags('routing')
@Controller('api')
export class PresencesController {
  constructor(
    private readonly presences: Presences,
    private readonly imposed: ImposedPresences,
  ) {}

  /** One's own; `holding.waitingForAnswer` cases go back to their queues when one goes offline. */
  @Get('presences/current')
  @Answers(200, OwnPresence)
  async own(@CurrentStaff() { staffId }: StaffPrincipal): Promise<OwnPresenceView> {
    const [view, holding] = await Promise.all([this.presences.view(staffId), this.presences.holding(staffId)]);
    return { ...view, holding };
  }

  /** 在线 / 忙碌 / 离线; `pausedKinds` left out: as before. */
  @Put('presences/current')
  @Answers(200, OwnPresence)
  async set(@CurrentStaff() staff: StaffPrincipal, @Body() body: SetPresence): Promise<OwnPresenceView> {
    await this.presences.set(staff.staffId, body.presence, body.pausedKinds);
    return await this.own(staff);
  }

  /** A supervisor's word about somebody of their teams; they are told whose it was. */
  @Put('staff/:id/presence')
  @Roles('supervisor', 'admin')
  @Answers(200, PresenceOfStaff, 'not_found', 'forbidden', 'person_away')
  impose(
    @CurrentStaff() supervisor: StaffPrincipal,
    @Param() { id }: StaffParam,
    @Body() body: ImposePresence,
  ): Promise<PresenceView> {
    return this.imposed.set(supervisor, id, body.presence);
  }
}
