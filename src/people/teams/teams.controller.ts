import { Body, Controller, Delete, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { TeamRecordView, TeamView } from '../../contract/index.js';
import { dto, id, text, version } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { auditActor, type StaffPrincipal } from '../principals.js';
import { CurrentStaff } from '../sessions/current-staff.decorator.js';
import { Roles } from '../sessions/roles.decorator.js';
import { Directory } from '../staff/directory.service.js';
import { TeamList } from '../staff/staff.views.js';
import { TeamRecord, TeamRecords } from './team.views.js';
import { TeamAdministration } from './team-administration.service.js';

const fields = z.object({
  name: z.strictObject({ 'zh-CN': text(40), en: text(60) }),
  leadId: id.nullable(),
  dutyManagerId: id.nullable(),
  memberIds: z.array(id).max(500),
  timeZone: text(60),
});

class CreateTeam extends dto(fields.extend({ key: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/) })) {}
class EditTeam extends dto(fields.partial().extend({ version })) {}
class TeamParam extends dto(z.object({ id })) {}

@ApiTags('teams')
@Controller('api/teams')
export class TeamsController {
  constructor(
    private readonly directory: Directory,
    private readonly administration: TeamAdministration,
  ) {}

  /** Their names, for everybody of the staff; the archived too, as old cases name them. */
  @Get()
  @Answers(200, TeamList)
  async all(): Promise<{ items: TeamView[] }> {
    const teams = await this.directory.teams();
    return { items: teams.map(({ id, key, name, archived }) => ({ id, key, name, archived })) };
  }

  /** All there is to know of them; the archived last. */
  @Roles('admin')
  @Get('records')
  @Answers(200, TeamRecords)
  async records(): Promise<{ items: TeamRecordView[] }> {
    return { items: await this.administration.all() };
  }

  @Roles('admin')
  @Post()
  @Answers(201, TeamRecord)
  create(@CurrentStaff() admin: StaffPrincipal, @Body() { key, ...fields }: CreateTeam): Promise<TeamRecordView> {
    return this.administration.create(auditActor(admin), key, fields);
  }

  @Roles('admin')
  @Patch(':id')
  @Answers(200, TeamRecord, 'not_found', 'conflict')
  edit(
    @CurrentStaff() admin: StaffPrincipal,
    @Param() { id }: TeamParam,
    @Body() { version, ...patch }: EditTeam,
  ): Promise<TeamRecordView> {
    return this.administration.edit(auditActor(admin), id, version, patch);
  }

  /** `in_use`: open cases or categories still need it; `detail` says which. */
  @Roles('admin')
  @Put(':id/archive')
  @Answers(200, TeamRecord, 'not_found', 'in_use')
  archive(@CurrentStaff() admin: StaffPrincipal, @Param() { id }: TeamParam): Promise<TeamRecordView> {
    return this.administration.archive(auditActor(admin), id);
  }

  @Roles('admin')
  @Delete(':id/archive')
  @Answers(200, TeamRecord, 'not_found')
  restore(@CurrentStaff() admin: StaffPrincipal, @Param() { id }: TeamParam): Promise<TeamRecordView> {
    return this.administration.restore(auditActor(admin), id);
  }
}
