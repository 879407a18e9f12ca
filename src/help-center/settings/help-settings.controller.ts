import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { HelpCenterSettingsView } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { HelpSettingsBody, HelpSettingsPreviewBody } from './help-settings.inputs.js';
import { HelpSettings } from './help-settings.service.js';
import { HelpCenterPreview, HelpCenterSettingsSchema } from './help-settings.views.js';
import { SettingsPreviews } from './settings-previews.service.js';

/** How the public pages are called and look, and how one reaches people from them. */
@ApiTags('help centre')
@Roles('admin')
@Controller('api/help-center-settings')
export class HelpSettingsController {
  constructor(
    private readonly settings: HelpSettings,
    private readonly previews: SettingsPreviews,
  ) {}

  @Get()
  @Answers(200, HelpCenterSettingsSchema)
  show(): Promise<HelpCenterSettingsView> {
    return this.settings.view();
  }

  /** Pages show it within seconds, whichever process answers. */
  @Put()
  @Answers(200, HelpCenterSettingsSchema, 'conflict')
  update(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() { version, settings }: HelpSettingsBody,
  ): Promise<HelpCenterSettingsView> {
    return this.settings.update(staff, version, settings);
  }

  /** The home page as it would be. Nothing is kept. */
  @Post('previews')
  @Answers(200, HelpCenterPreview)
  preview(@Body() { settings, locale }: HelpSettingsPreviewBody): Promise<{ html: string }> {
    return this.previews.of(settings, locale);
  }
}
