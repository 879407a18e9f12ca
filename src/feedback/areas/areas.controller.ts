import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { FEEDBACK_LIMITS, type FeedbackAreaView } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { bothLanguages, dto, version } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { areaKey } from '../topics/topic.inputs.js';
import { FeedbackAreaList } from '../topics/topic.views.js';
import { FeedbackAreas } from './areas.service.js';

const name = bothLanguages(FEEDBACK_LIMITS.areaName);

class AreaParam extends dto(z.object({ key: areaKey })) {}
class NewAreaBody extends dto(z.object({ key: areaKey, name })) {}
class AreaBody extends dto(z.object({ version, name, archived: z.boolean() })) {}

/** What feedback can be about. */
@ApiTags('feedback')
@Controller('api/feedback-areas')
export class AreasController {
  constructor(private readonly areas: FeedbackAreas) {}

  @Get()
  @Answers(200, FeedbackAreaList)
  async all(): Promise<{ items: FeedbackAreaView[] }> {
    return { items: await this.areas.all() };
  }

  @Roles('admin')
  @Post()
  @Answers(201, FeedbackAreaList, 'conflict')
  async add(@CurrentStaff() staff: StaffPrincipal, @Body() body: NewAreaBody): Promise<{ items: FeedbackAreaView[] }> {
    return { items: await this.areas.add(staff, body) };
  }

  @Roles('admin')
  @Put(':key')
  @Answers(200, FeedbackAreaList, 'not_found', 'conflict')
  async change(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { key }: AreaParam,
    @Body() body: AreaBody,
  ): Promise<{ items: FeedbackAreaView[] }> {
    return { items: await this.areas.change(staff, key, body) };
  }
}
