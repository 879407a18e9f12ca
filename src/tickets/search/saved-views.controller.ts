import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { SavedViewView } from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { Answers, list, view } from '../../platform/openapi/index.js';
import { SavedViews } from './saved-views.service.js';
import { SavedViewBody, SavedViewParams } from './search.inputs.js';

const SavedView = view(
  'SavedView',
  z.object({ id: z.uuid(), name: z.string(), query: z.string() }) satisfies z.ZodType<SavedViewView>,
);

/** The reader's own views of the ticket table. */
@ApiTags('tickets')
@Controller('api/ticket-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViews) {}

  @Get()
  @Answers(200, list(SavedView))
  all(@CurrentStaff() staff: StaffPrincipal): Promise<{ items: SavedViewView[] }> {
    return this.views.of(staff);
  }

  /** Keeps a filter by a name; one that has this name already is replaced. */
  @Post()
  @Answers(201, SavedView)
  save(@CurrentStaff() staff: StaffPrincipal, @Body() body: SavedViewBody): Promise<SavedViewView> {
    return this.views.save(staff, body);
  }

  @Delete(':id')
  @Answers(204, null, 'not_found')
  remove(@CurrentStaff() staff: StaffPrincipal, @Param() { id }: SavedViewParams): Promise<void> {
    return this.views.remove(staff, id);
  }
}
