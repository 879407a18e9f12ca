import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type AgentProfileView, WORK_KINDS } from '../../contract/index.js';
import { auditActor, CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { dto, id, version } from '../../platform/http/index.js';
import { Answers, view } from '../../platform/openapi/index.js';
import { Profiles } from './profiles.service.js';

const capacity = z.int().min(0).max(100);
const kindUnits = z.partialRecord(z.enum(WORK_KINDS), z.int().min(0).max(100));
/** Proficiency by skill, e.g. `language:en`. */
const skills = z
  .record(
    z.string().regex(/^(category|language|tier|industry|entry):[\p{L}\p{N}][\p{L}\p{N}_/-]{0,59}$/u),
    z.int().min(0).max(100),
  )
  .refine((all) => Object.keys(all).length <= 100, 'too many');

const AgentProfile = view(
  'AgentProfileView',
  z.object({
    capacity: z.int(),
    load: z.int(),
    kindLimits: kindUnits,
    kindLoads: kindUnits,
    skills: z.record(z.string(), z.int()),
    version: z.int(),
  }) satisfies z.ZodType<AgentProfileView>,
);

class StaffParam extends dto(z.object({ id })) {}
class EditProfile extends dto(z.object({ version, capacity, kindLimits: kindUnits, skills })) {}

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
