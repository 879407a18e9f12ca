import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { AgentProfileView } from '../contract/index.js';
import { auditActor, CurrentStaff, Roles, type StaffPrincipal } from '../people/index.js';
import { dto, id, version } from '../platform/http/index.js';
import { Answers, view } from '../platform/openapi/index.js';
import { Profiles } from './profiles.service.js';

const capacity = z.int().min(0).max(100);
/** A category's key, or a language. */
const skill = z.string().regex(/^[A-Za-z][\w-]{0,39}$/);

const AgentProfile = view(
  'AgentProfileView',
  z.object({
    capacity: z.int(),
    load: z.int(),
    skills: z.array(z.string()),
    version: z.int(),
  }) satisfies z.ZodType<AgentProfileView>,
);

class StaffParam extends dto(z.object({ id })) {}
class EditProfile extends dto(z.object({ version, capacity, skills: z.array(skill).max(50) })) {}

/** How much work people can hold, as administrators set it. */
@ApiTags('staff')
@Roles('admin')
@Controller('api/staff/:id/profile')
export class ProfilesController {
  constructor(private readonly profiles: Profiles) {}

  @Get()
  @Answers(200, AgentProfile, 'not_found')
  show(@Param() { id }: StaffParam): Promise<AgentProfileView> {
    return this.profiles.of(id);
  }

  /** More room is used at once; less takes nothing away. */
  @Put()
  @Answers(200, AgentProfile, 'not_found', 'conflict')
  edit(
    @CurrentStaff() admin: StaffPrincipal,
    @Param() { id }: StaffParam,
    @Body() edit: EditProfile,
  ): Promise<AgentProfileView> {
    return this.profiles.edit(auditActor(admin), id, edit);
  }
}
