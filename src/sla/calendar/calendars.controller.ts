import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CalendarView, ImportedDaysView, RetimePreview } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { Calendar, Calendars as CalendarList, ImportedDays, Retiming } from '../sla.views.js';
import {
  CalendarBody,
  CalendarDraftBody,
  CalendarFileBody,
  CalendarParam,
  CalendarVersionBody,
  HolidayImportBody,
  NewCalendarBody,
} from './calendar.inputs.js';
import { Calendars } from './calendars.service.js';
import { daysOfFile } from './ical-days.js';
import { statutoryDays } from './statutory-days.js';

@ApiTags('sla')
@Controller('api/calendars')
export class CalendarsController {
  constructor(private readonly calendars: Calendars) {}

  @Get()
  @Answers(200, CalendarList)
  async all(): Promise<{ items: CalendarView[] }> {
    return { items: await this.calendars.all() };
  }

  @Roles('admin')
  @Post()
  @Answers(201, Calendar)
  add(@CurrentStaff() staff: StaffPrincipal, @Body() body: NewCalendarBody): Promise<CalendarView> {
    return this.calendars.add(staff, body);
  }

  /** `retime`: clocks that run go by it too. */
  @Roles('admin')
  @Put(':id')
  @Answers(200, Calendar, 'not_found', 'conflict')
  update(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: CalendarParam,
    @Body() body: CalendarBody,
  ): Promise<CalendarView> {
    return this.calendars.update(staff, id, body);
  }

  /** Nobody can choose it any more; clocks that go by it still do. */
  @Roles('admin')
  @Post(':id/archival')
  @Answers(201, Calendar, 'not_found', 'conflict', 'in_use')
  archive(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: CalendarParam,
    @Body() { version }: CalendarVersionBody,
  ): Promise<CalendarView> {
    return this.calendars.setArchived(staff, id, version, true);
  }

  @Roles('admin')
  @Post(':id/restoration')
  @Answers(201, Calendar, 'not_found', 'conflict')
  restore(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: CalendarParam,
    @Body() { version }: CalendarVersionBody,
  ): Promise<CalendarView> {
    return this.calendars.setArchived(staff, id, version, false);
  }

  /** What `retime` would do to the clocks that run. Saves nothing. */
  @Roles('admin')
  @Post(':id/previews')
  @HttpCode(200)
  @Answers(200, Retiming, 'not_found')
  preview(@Param() { id }: CalendarParam, @Body() body: CalendarDraftBody): Promise<RetimePreview> {
    return this.calendars.preview(id, body);
  }

  /** Chinese statutory holidays and the days that are worked instead, to put into a calendar. Saves nothing. */
  @Roles('admin')
  @Post('holiday-imports')
  @HttpCode(200)
  @Answers(200, ImportedDays)
  holidays(@Body() { years, workedHours }: HolidayImportBody): ImportedDaysView {
    return statutoryDays(years, workedHours);
  }

  /** Whole days of an iCal file, to put into a calendar. Saves nothing. */
  @Roles('admin')
  @Post('file-imports')
  @HttpCode(200)
  @Answers(200, ImportedDays)
  file(@Body() { file, workedHours }: CalendarFileBody): ImportedDaysView {
    return daysOfFile(file, workedHours);
  }
}
