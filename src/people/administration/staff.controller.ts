import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  LOCALES,
  type Page,
  STAFF_ROLES,
  STAFF_STATES,
  type StaffLinkView,
  type StaffRecordView,
} from '../../contract/index.js';
import { cursorOf, dto, id, pageQuery, printable, text, version } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { emailAddress } from '../inputs.js';
import { auditActor, type StaffPrincipal } from '../principals.js';
import { CurrentStaff } from '../sessions/current-staff.decorator.js';
import { Roles } from '../sessions/roles.decorator.js';
import { Roster } from './roster.service.js';
import { StaffAdministration } from './staff-administration.service.js';
import { StaffKeys } from './staff-keys.service.js';
import { InvitedStaff, StaffLink, StaffRecord, StaffRecordPage } from './staff-record.views.js';

const teamIds = z.array(id).max(50);

class RosterQuery extends dto(
  z.object({
    search: text(100).optional(),
    role: z.enum(STAFF_ROLES).optional(),
    teamId: id.optional(),
    state: z.enum(STAFF_STATES).optional(),
    ...pageQuery,
  }),
) {}
class InviteBody extends dto(
  z.object({
    email: emailAddress,
    name: text(60).optional(),
    role: z.enum(STAFF_ROLES),
    locale: z.enum(LOCALES),
    teamIds,
  }),
) {}
class EditBody extends dto(
  z.object({
    version,
    name: text(60).optional(),
    role: z.enum(STAFF_ROLES).optional(),
    locale: z.enum(LOCALES).optional(),
    teamIds: teamIds.optional(),
  }),
) {}
class StaffParam extends dto(z.object({ id })) {}

const cursors = cursorOf(z.strictObject({ name: printable.max(200), id }));

/** People, as administrators see and change them. */
@ApiTags('staff')
@Roles('admin')
@Controller('api/staff')
export class StaffController {
  constructor(
    private readonly roster: Roster,
    private readonly administration: StaffAdministration,
    private readonly keys: StaffKeys,
  ) {}

  /** By name; the invited and the disabled too. */
  @Get()
  @Answers(200, StaffRecordPage)
  async page(@Query() { cursor, limit, ...filter }: RosterQuery): Promise<Page<StaffRecordView>> {
    const { items, last } = await this.roster.page(filter, limit, cursor ? cursors.decode(cursor) : undefined);
    return { items, ...(last && { nextCursor: cursors.encode({ name: last.name, id: last.id }) }) };
  }

  @Get(':id')
  @Answers(200, StaffRecord, 'not_found')
  show(@Param() { id }: StaffParam): Promise<StaffRecordView> {
    return this.roster.find(id);
  }

  /** Answers with the link to hand over, which is shown this once. */
  @Post()
  @Answers(201, InvitedStaff)
  invite(
    @CurrentStaff() admin: StaffPrincipal,
    @Body() invitation: InviteBody,
  ): Promise<{ staff: StaffRecordView; link: StaffLinkView }> {
    return this.keys.invite(auditActor(admin), invitation);
  }

  /** `forbidden`: one's own role, or the last administrator's. */
  @Patch(':id')
  @Answers(200, StaffRecord, 'not_found', 'conflict', 'forbidden')
  edit(
    @CurrentStaff() admin: StaffPrincipal,
    @Param() { id }: StaffParam,
    @Body() edit: EditBody,
  ): Promise<StaffRecordView> {
    return this.administration.edit(auditActor(admin), id, edit);
  }

  /** A new invitation for who has not joined, else one to set a new password; an earlier link works no more. */
  @Post(':id/links')
  @Answers(201, StaffLink, 'not_found', 'forbidden')
  issueLink(@CurrentStaff() admin: StaffPrincipal, @Param() { id }: StaffParam): Promise<StaffLinkView> {
    return this.keys.issueLink(auditActor(admin), id);
  }

  /** Sessions end, sockets within 5 s; open cases go back to the queues. `forbidden`: oneself, or the last administrator. */
  @Put(':id/disablement')
  @Answers(200, StaffRecord, 'not_found', 'forbidden')
  disable(@CurrentStaff() admin: StaffPrincipal, @Param() { id }: StaffParam): Promise<StaffRecordView> {
    return this.administration.disable(auditActor(admin), id);
  }

  @Delete(':id/disablement')
  @Answers(200, StaffRecord, 'not_found')
  enable(@CurrentStaff() admin: StaffPrincipal, @Param() { id }: StaffParam): Promise<StaffRecordView> {
    return this.administration.enable(auditActor(admin), id);
  }

  /** Signs them out everywhere. */
  @Delete(':id/sessions')
  @Answers(204, null, 'not_found')
  endSessions(@CurrentStaff() admin: StaffPrincipal, @Param() { id }: StaffParam): Promise<void> {
    return this.keys.endSessions(auditActor(admin), id);
  }

  /** From now on the password alone signs in. */
  @Delete(':id/second-factor')
  @Answers(200, StaffRecord, 'not_found')
  resetSecondFactor(@CurrentStaff() admin: StaffPrincipal, @Param() { id }: StaffParam): Promise<StaffRecordView> {
    return this.keys.resetSecondFactor(auditActor(admin), id);
  }
}
