import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CategorySettingsView, FormVersionView } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { ArchivalBody, SubCategoryBody, SubCategoryParam } from './category.inputs.js';
import { CategorySettings, FormVersions as FormVersionList } from './category.views.js';
import { CategoryAdmin } from './category-admin.service.js';
import { FormVersions } from './form-versions.service.js';

/** Each change answers the whole category as it now is. */
@ApiTags('categories')
@Roles('admin')
@Controller('api/sub-categories')
export class SubCategoriesController {
  constructor(
    private readonly admin: CategoryAdmin,
    private readonly formVersions: FormVersions,
  ) {}

  /** What its form has been, the newest first. */
  @Get(':key/forms')
  @Answers(200, FormVersionList, 'not_found')
  forms(@Param() { key }: SubCategoryParam): Promise<{ items: FormVersionView[] }> {
    return this.formVersions.of(key);
  }

  @Put(':key')
  @Answers(200, CategorySettings, 'not_found', 'conflict')
  update(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { key }: SubCategoryParam,
    @Body() body: SubCategoryBody,
  ): Promise<CategorySettingsView> {
    return this.admin.update(staff, key, body);
  }

  /** No case can choose it any more; those that have it keep it. */
  @Post(':key/archival')
  @Answers(201, CategorySettings, 'not_found', 'conflict')
  archive(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { key }: SubCategoryParam,
    @Body() { version }: ArchivalBody,
  ): Promise<CategorySettingsView> {
    return this.admin.setArchived(staff, key, version, true);
  }

  @Post(':key/restoration')
  @Answers(201, CategorySettings, 'not_found', 'conflict')
  restore(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { key }: SubCategoryParam,
    @Body() { version }: ArchivalBody,
  ): Promise<CategorySettingsView> {
    return this.admin.setArchived(staff, key, version, false);
  }
}
