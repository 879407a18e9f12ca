import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RoutingRulesView, TeamRoutingView } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { RuleVersions } from './rule-versions.service.js';
import { RulesBody, TeamParam, TeamRoutingBody, VersionParam } from './rules.inputs.js';
import { Rules, TeamRouting } from './rules.views.js';
import { TeamSettings } from './team-settings.service.js';

/** Who is given what, as administrators set it. */
@ApiTags('routing')
@Roles('admin')
@Controller('api')
export class RulesController {
  constructor(
    private readonly versions: RuleVersions,
    private readonly teams: TeamSettings,
  ) {}

  /** What holds for all teams: head starts, units, and the skills that cases ask for. */
  @Get('routing/rules')
  @Answers(200, Rules)
  rules(): Promise<RoutingRulesView> {
    return this.versions.read();
  }

  @Get('routing/rules/versions/:version')
  @Answers(200, Rules, 'not_found')
  version(@Param() { version }: VersionParam): Promise<RoutingRulesView> {
    return this.versions.read(version);
  }

  /** Makes a new version; whoever waits is ranked by it at once. Skills that nobody has are a warning. */
  @Put('routing/rules')
  @Answers(200, Rules, 'conflict')
  save(@CurrentStaff() admin: StaffPrincipal, @Body() body: RulesBody): Promise<RoutingRulesView> {
    return this.versions.save(admin, body);
  }

  @Get('teams/:id/routing')
  @Answers(200, TeamRouting, 'not_found')
  team(@Param() { id }: TeamParam): Promise<TeamRoutingView> {
    return this.teams.read(id);
  }

  /** Counts at once, for those who wait too. */
  @Put('teams/:id/routing')
  @Answers(200, TeamRouting, 'not_found', 'conflict')
  saveTeam(
    @CurrentStaff() admin: StaffPrincipal,
    @Param() { id }: TeamParam,
    @Body() body: TeamRoutingBody,
  ): Promise<TeamRoutingView> {
    return this.teams.save(admin, id, body);
  }
}
