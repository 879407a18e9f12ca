import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ArticleSectionView } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { NewSectionBody, SectionBody, SectionParam, SectionPlaceBody, SectionVersion } from './section.inputs.js';
import { ArticleSectionList, ArticleSectionSchema } from './section.views.js';
import { SectionEditing } from './section-editing.service.js';
import { Sections } from './sections.service.js';

/** The tree of sections below each category. Whoever writes articles sees it; admins shape it. */
@ApiTags('articles')
@Roles('admin')
@Controller('api/article-sections')
export class SectionsController {
  constructor(
    private readonly sections: Sections,
    private readonly editing: SectionEditing,
  ) {}

  /** All of them; siblings stand in their order. */
  @Roles('admin', 'supervisor')
  @Get()
  @Answers(200, ArticleSectionList)
  async all(): Promise<{ items: ArticleSectionView[] }> {
    return { items: await this.sections.all() };
  }

  /** The last of its siblings. */
  @Post()
  @Answers(201, ArticleSectionSchema)
  create(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() { category, parentId, ...record }: NewSectionBody,
  ): Promise<ArticleSectionView> {
    return this.editing.create(staff, { category, parentId }, record);
  }

  /** What it is called, and where its page is. */
  @Put(':id')
  @Answers(200, ArticleSectionSchema, 'not_found', 'conflict')
  edit(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: SectionParam,
    @Body() { version, ...record }: SectionBody,
  ): Promise<ArticleSectionView> {
    return this.editing.edit(staff, id, version, record);
  }

  /** Puts it elsewhere, with all that stands in it; into another category, articles and sub-sections follow. */
  @Put(':id/place')
  @Answers(200, ArticleSectionSchema, 'not_found', 'conflict')
  move(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: SectionParam,
    @Body() { version, ...move }: SectionPlaceBody,
  ): Promise<ArticleSectionView> {
    return this.editing.move(staff, id, version, move);
  }

  /** `in_use`: articles or sub-sections stand in it; `detail` says how many. */
  @Delete(':id')
  @Answers(204, null, 'not_found', 'conflict', 'in_use')
  remove(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: SectionParam,
    @Query() { version }: SectionVersion,
  ): Promise<void> {
    return this.editing.remove(staff, id, version);
  }
}
