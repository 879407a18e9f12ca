import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { OnDutyView, ShiftTableView, ShiftView } from '../../contract/index.js';
import { Clock } from '../../platform/clock/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { day, dto, id, wallTime } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { auditActor, type StaffPrincipal } from '../principals.js';
import { CurrentStaff } from '../sessions/current-staff.decorator.js';
import { mayEditShifts, maySeeShifts } from './shifts.policy.js';
import { Shifts } from './shifts.service.js';
import { CopiedWeek, OnDuty, ShiftRecord, ShiftTable } from './team.views.js';

const LONGEST_DAYS = 62;
const DAY = 86_400_000;

class TeamParam extends dto(z.object({ id })) {}
class ShiftParam extends dto(z.object({ id, shiftId: id })) {}
class Span extends dto(z.object({ from: day, until: day })) {}
/** Without a zone: the team has one. */
class AddShift extends dto(z.object({ staffId: id, starts: wallTime, ends: wallTime })) {}
class CopyWeek extends dto(z.object({ from: day, to: day })) {}

/** The shift table of a team: its members read it, its supervisors and administrators write it. */
@ApiTags('teams')
@Controller('api/teams/:id')
export class ShiftsController {
  constructor(
    private readonly shifts: Shifts,
    private readonly clock: Clock,
  ) {}

  /** Days on the team's clock; `until` is the first day that is not shown, two months after `from` at most. */
  @Get('shifts')
  @Answers(200, ShiftTable, 'forbidden', 'not_found')
  async between(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: TeamParam,
    @Query() { from, until }: Span,
  ): Promise<ShiftTableView> {
    insist(maySeeShifts(staff, id));
    if (Date.parse(until) - Date.parse(from) > LONGEST_DAYS * DAY)
      throw new DeskError('invalid_input', { errors: [{ path: 'until', message: `more than ${LONGEST_DAYS} days` }] });
    return { ...(await this.shifts.between(id, from, until)), editable: mayEditShifts(staff, id) };
  }

  /** Whoever is on shift now, else the duty manager. */
  @Get('on-duty')
  @Answers(200, OnDuty, 'forbidden')
  async onDuty(@CurrentStaff() staff: StaffPrincipal, @Param() { id }: TeamParam): Promise<{ items: OnDutyView[] }> {
    insist(maySeeShifts(staff, id));
    return { items: await this.shifts.onDuty(id, this.clock.now()) };
  }

  /** Times on the team's clock, e.g. `2026-11-20T22:00`. */
  @Post('shifts')
  @Answers(201, ShiftRecord, 'forbidden', 'not_found')
  add(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: TeamParam,
    @Body() planned: AddShift,
  ): Promise<ShiftView> {
    insist(mayEditShifts(staff, id));
    return this.shifts.add(auditActor(staff), id, planned);
  }

  @Delete('shifts/:shiftId')
  @Answers(204, null, 'forbidden', 'not_found')
  remove(@CurrentStaff() staff: StaffPrincipal, @Param() { id, shiftId }: ShiftParam): Promise<void> {
    insist(mayEditShifts(staff, id));
    return this.shifts.remove(auditActor(staff), id, shiftId);
  }

  /** The seven days from `from` once more from `to`, at the same hours of the clock. */
  @Post('shift-copies')
  @Answers(201, CopiedWeek, 'forbidden', 'not_found')
  async copyWeek(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: TeamParam,
    @Body() week: CopyWeek,
  ): Promise<{ copied: number }> {
    insist(mayEditShifts(staff, id));
    return { copied: await this.shifts.copyWeek(auditActor(staff), id, week) };
  }
}

function insist(allowed: boolean): void {
  if (!allowed) throw new DeskError('forbidden');
}
