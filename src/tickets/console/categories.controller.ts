import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CategoryView } from '../../contract/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { CATEGORY_DATA } from '../categories.data.js';
import { Categories } from './ticket.views.js';

@ApiTags('tickets')
@Controller('api/categories')
export class CategoriesController {
  @Get()
  @Answers(200, Categories)
  all(): { items: CategoryView[] } {
    return { items: [...CATEGORY_DATA] };
  }
}
