import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { TAG_LIMITS, type TagView } from '../../contract/index.js';
import { dto, printable } from '../../platform/http/index.js';
import { Answers, list, view } from '../../platform/openapi/index.js';
import { Tags } from './tags.service.js';

class TagQuery extends dto(z.object({ q: printable.max(TAG_LIMITS.length).default('') })) {}

const TagList = list(view('Tag', z.object({ tag: z.string(), uses: z.int() }) satisfies z.ZodType<TagView>));

@ApiTags('tickets')
@Controller('api/tags')
export class TagsController {
  constructor(private readonly tags: Tags) {}

  /** Tags that cases have, to choose from. */
  @Get()
  @Answers(200, TagList)
  suggest(@Query() { q }: TagQuery): Promise<{ items: TagView[] }> {
    return this.tags.suggest(q);
  }
}
