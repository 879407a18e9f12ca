import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ColleagueView } from '../../contract/index.js';
import { Answers, list, view } from '../../platform/openapi/index.js';
import { Colleagues } from './colleagues.service.js';

const Colleague = view(
  'Colleague',
  z.object({
    id: z.uuid(),
    name: z.string(),
    teamIds: z.array(z.uuid()),
    pinyin: z.string(),
    initials: z.string(),
  }) satisfies z.ZodType<ColleagueView>,
);

@ApiTags('tickets')
@Controller('api/colleagues')
export class ColleaguesController {
  constructor(private readonly colleagues: Colleagues) {}

  /** Whom a note can address, by name. */
  @Get()
  @Answers(200, list(Colleague))
  async all(): Promise<{ items: ColleagueView[] }> {
    return { items: await this.colleagues.all() };
  }
}
