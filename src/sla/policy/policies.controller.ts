import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { DuePreview, PolicyPresetView, PolicyView, RetimePreview } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { DuePreviews as DuePreviewsService } from '../previews/due-previews.service.js';
import { DuePreviewBody, PolicyBody, PolicyDraftBody, VersionParam } from '../sla.inputs.js';
import { DuePreviews, Policy, PolicyPresets, Retiming } from '../sla.views.js';
import { Policies } from './policies.service.js';
import { POLICY_PRESETS } from './policy.data.js';

@ApiTags('sla')
@Controller('api/sla')
export class PoliciesController {
  constructor(
    private readonly policies: Policies,
    private readonly previews: DuePreviewsService,
  ) {}

  @Get('policy')
  @Answers(200, Policy)
  current(): Promise<PolicyView> {
    return this.policies.read();
  }

  /** As clocks name it that began by it. */
  @Get('policy/versions/:version')
  @Answers(200, Policy, 'not_found')
  version(@Param() { version }: VersionParam): Promise<PolicyView> {
    return this.policies.read(version);
  }

  @Get('policy/presets')
  @Answers(200, PolicyPresets)
  presets(): { items: readonly PolicyPresetView[] } {
    return { items: POLICY_PRESETS };
  }

  /** Makes a new version; `retime`: clocks that run go by it too. */
  @Roles('admin')
  @Put('policy')
  @Answers(200, Policy, 'conflict')
  save(@CurrentStaff() staff: StaffPrincipal, @Body() body: PolicyBody): Promise<PolicyView> {
    return this.policies.save(staff, body);
  }

  /** What `retime` would do to the clocks that run. Saves nothing. */
  @Roles('admin')
  @Post('policy/previews')
  @HttpCode(200)
  @Answers(200, Retiming)
  previewRetiming(@Body() { targets }: PolicyDraftBody): Promise<RetimePreview> {
    return this.policies.preview(targets);
  }

  /** When a case would be due that opened then, and why; by what is saved, or by drafts. Saves nothing. */
  @Post('previews')
  @HttpCode(200)
  @Answers(200, DuePreviews, 'not_found')
  async preview(@Body() body: DuePreviewBody): Promise<{ items: DuePreview[] }> {
    return { items: await this.previews.of(body) };
  }
}
