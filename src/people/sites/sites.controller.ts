import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { IssuedSecretView, SiteDetailView, SiteListItemView } from '../../contract/index.js';
import { Answers } from '../../platform/openapi/index.js';
import type { StaffPrincipal } from '../principals.js';
import { CurrentStaff } from '../sessions/current-staff.decorator.js';
import { Roles } from '../sessions/roles.decorator.js';
import { NewSiteBody, RotationBody, SecretEndBody, SecretParam, SiteBody, SiteParam } from './site.inputs.js';
import { SiteAdmin } from './site-admin.service.js';
import { IssuedSecret, SiteDetail, SiteList } from './site-admin.views.js';

@ApiTags('sites')
@Roles('admin')
@Controller('api/sites')
export class SitesController {
  constructor(private readonly sites: SiteAdmin) {}

  @Get()
  @Answers(200, SiteList)
  async all(): Promise<{ items: SiteListItemView[] }> {
    return { items: await this.sites.list() };
  }

  @Post()
  @Answers(201, IssuedSecret)
  create(@CurrentStaff() staff: StaffPrincipal, @Body() body: NewSiteBody): Promise<IssuedSecretView> {
    return this.sites.create(staff, body);
  }

  @Get(':id')
  @Answers(200, SiteDetail, 'not_found')
  one(@Param() { id }: SiteParam): Promise<SiteDetailView> {
    return this.sites.detail(id);
  }

  @Put(':id')
  @Answers(200, SiteDetail, 'not_found', 'conflict')
  update(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: SiteParam,
    @Body() body: SiteBody,
  ): Promise<SiteDetailView> {
    return this.sites.update(staff, id, body);
  }

  /** Rotates the identity secret; the new one is told here and never again. */
  @Post(':id/secrets')
  @Answers(201, IssuedSecret, 'not_found', 'conflict', 'illegal_transition')
  rotate(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: SiteParam,
    @Body() body: RotationBody,
  ): Promise<IssuedSecretView> {
    return this.sites.rotate(staff, id, body);
  }

  /** Ends a secret that was replaced, now or at another time. */
  @Put(':id/secrets/:secretId/end')
  @Answers(200, SiteDetail, 'not_found', 'conflict', 'illegal_transition')
  endSecret(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() ids: SecretParam,
    @Body() body: SecretEndBody,
  ): Promise<SiteDetailView> {
    return this.sites.endSecret(staff, ids, body);
  }
}
