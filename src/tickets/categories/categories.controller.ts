import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CategorySettingsView, CategoryView } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { Categories } from './categories.service.js';
import { CategoryBody, CategoryParam, NewSubCategoryBody, OrderBody } from './category.inputs.js';
import { CategoryList, CategorySettings, CategorySettingsList } from './category.views.js';
import { CategoryAdmin } from './category-admin.service.js';

@ApiTags('categories')
@Controller('api/categories')
export class CategoriesController {
  constructor(
    private readonly categories: Categories,
    private readonly admin: CategoryAdmin,
  ) {}

  @Get()
  @Answers(200, CategoryList)
  async all(): Promise<{ items: readonly CategoryView[] }> {
    return { items: await this.categories.all() };
  }

  /** As administrators see them: with versions, and how much hangs on each. */
  @Roles('admin')
  @Get('settings')
  @Answers(200, CategorySettingsList)
  async settings(): Promise<{ items: CategorySettingsView[] }> {
    return { items: await this.admin.settings() };
  }

  @Roles('admin')
  @Put(':category')
  @Answers(200, CategorySettings, 'conflict')
  rename(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { category }: CategoryParam,
    @Body() body: CategoryBody,
  ): Promise<CategorySettingsView> {
    return this.admin.rename(staff, category, body);
  }

  /** In which order its sub-categories are shown. */
  @Roles('admin')
  @Put(':category/order')
  @Answers(200, CategorySettings, 'conflict')
  order(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { category }: CategoryParam,
    @Body() body: OrderBody,
  ): Promise<CategorySettingsView> {
    return this.admin.order(staff, category, body);
  }

  @Roles('admin')
  @Post(':category/sub-categories')
  @Answers(201, CategorySettings)
  add(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { category }: CategoryParam,
    @Body() body: NewSubCategoryBody,
  ): Promise<CategorySettingsView> {
    return this.admin.add(staff, category, body);
  }
}
