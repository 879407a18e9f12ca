import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type AssignableStaffView, PRESENCES } from '../../contract/index.js';
import { dto, id } from '../../platform/http/index.js';
import { Answers, list, view } from '../../platform/openapi/index.js';
import { Profiles } from './profiles.service.js';

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

class OfTeam extends dto(z.object({ teamId: id.optional() })) {}

@ApiTags('routing')
@Controller('api')
export class AssignableController {
  constructor(private readonly profiles: Profiles) {}

  /** Who a case could be handed to, the freest first. */
  @Get('staff/assignable')
  @Answers(200, list(Assignable))
  async assignable(@Query() { teamId }: OfTeam): Promise<{ items: AssignableStaffView[] }> {
    return { items: await this.profiles.assignable(teamId) };
  }
}
