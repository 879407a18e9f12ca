import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { TeamView } from '../../contract/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { Directory } from './directory.service.js';
import { TeamList } from './staff.views.js';

@ApiTags('teams')
@Controller('api/teams')
export class TeamsController {
  constructor(private readonly directory: Directory) {}

  @Get()
  @Answers(200, TeamList)
  async all(): Promise<{ items: TeamView[] }> {
    const teams = await this.directory.teams();
    return { items: teams.map(({ id, key, name }) => ({ id, key, name })) };
  }
}
