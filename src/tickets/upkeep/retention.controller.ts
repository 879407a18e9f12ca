import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type {
  Page,
  RetentionKeptView,
  RetentionPreviewView,
  RetentionRunView,
  RetentionSettingsView,
} from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Answers } from '../../platform/openapi/index.js';
import {
  RetentionKeptQuery,
  RetentionPreviewBody,
  RetentionRunParam,
  RetentionSettingsBody,
} from './retention.inputs.js';
import { WorkOnRetentionRun } from './retention.jobs.js';
import {
  RetentionKeptPage,
  RetentionPreviewSchema,
  RetentionRunList,
  RetentionRunSchema,
  RetentionSettingsSchema,
} from './retention.views.js';
import { RetentionRuns } from './retention-runs.service.js';
import { RetentionRules } from './retention-settings.service.js';

/** How long cases are kept, by category, and what came of it. */
@ApiTags('retention')
@Roles('admin')
@Controller('api')
export class RetentionController {
  constructor(
    private readonly rules: RetentionRules,
    private readonly runs: RetentionRuns,
    private readonly jobs: Jobs,
  ) {}

  @Get('retention-settings')
  @Answers(200, RetentionSettingsSchema)
  show(): Promise<RetentionSettingsView> {
    return this.rules.view();
  }

  /** Counts from the next run on. */
  @Put('retention-settings')
  @Answers(200, RetentionSettingsSchema, 'conflict')
  update(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() { version, settings }: RetentionSettingsBody,
  ): Promise<RetentionSettingsView> {
    return this.rules.update(staff, version, settings);
  }

  /** How many cases each of these rules would touch now. Nothing is kept. */
  @Post('retention-settings/previews')
  @Answers(200, RetentionPreviewSchema)
  preview(@Body() { settings }: RetentionPreviewBody): Promise<RetentionPreviewView> {
    return this.rules.preview(settings);
  }

  /** The newest first. */
  @Get('retention-runs')
  @Answers(200, RetentionRunList)
  list(): Promise<{ items: RetentionRunView[] }> {
    return this.runs.list();
  }

  /** Carries the saved rules out now instead of at night. */
  @Post('retention-runs')
  @Answers(201, RetentionRunSchema, 'conflict')
  async begin(@CurrentStaff() staff: StaffPrincipal): Promise<RetentionRunView> {
    const runId = await this.runs.begin(staff);
    await this.jobs.add(WorkOnRetentionRun, { runId });
    return this.runs.show(runId);
  }

  /** Cases whose time was over and that were left alone, and why. */
  @Get('retention-runs/:id/kept')
  @Answers(200, RetentionKeptPage, 'not_found')
  kept(
    @Param() { id }: RetentionRunParam,
    @Query() { limit, cursor }: RetentionKeptQuery,
  ): Promise<Page<RetentionKeptView>> {
    return this.runs.kept(id, limit, cursor);
  }
}
