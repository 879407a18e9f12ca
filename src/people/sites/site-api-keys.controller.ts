import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { IssuedApiKeyView, SiteApiKeyView } from '../../contract/index.js';
import { dto, id, text } from '../../platform/http/index.js';
import { Answers, list, view } from '../../platform/openapi/index.js';
import type { StaffPrincipal } from '../principals.js';
import { CurrentStaff } from '../sessions/current-staff.decorator.js';
import { Roles } from '../sessions/roles.decorator.js';
import { SiteParam } from './site.inputs.js';
import { SiteApiKeys } from './site-api-keys.service.js';

class NewApiKeyBody extends dto(z.object({ name: text(60) })) {}
class ApiKeyParam extends dto(z.object({ id, keyId: id })) {}

const time = z.iso.datetime();
const ApiKey = view(
  'SiteApiKey',
  z.object({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string(),
    createdAt: time,
    lastUsedAt: time.optional(),
    revokedAt: time.optional(),
  }) satisfies z.ZodType<SiteApiKeyView>,
);
const ApiKeyList = list(ApiKey);
const IssuedApiKey = view(
  'IssuedApiKey',
  z.object({ item: ApiKey, key: z.string() }) satisfies z.ZodType<IssuedApiKeyView>,
);

@ApiTags('sites')
@Roles('admin')
@Controller('api/sites/:id/api-keys')
export class SiteApiKeysController {
  constructor(private readonly keys: SiteApiKeys) {}

  @Get()
  @Answers(200, ApiKeyList, 'not_found')
  async all(@Param() { id }: SiteParam): Promise<{ items: SiteApiKeyView[] }> {
    return { items: await this.keys.list(id) };
  }

  /** The key is told here and never again. */
  @Post()
  @Answers(201, IssuedApiKey, 'not_found', 'illegal_transition')
  issue(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: SiteParam,
    @Body() { name }: NewApiKeyBody,
  ): Promise<IssuedApiKeyView> {
    return this.keys.issue(staff, id, name);
  }

  @Post(':keyId/revocation')
  @Answers(201, ApiKey, 'not_found')
  revoke(@CurrentStaff() staff: StaffPrincipal, @Param() { id, keyId }: ApiKeyParam): Promise<SiteApiKeyView> {
    return this.keys.revoke(staff, id, keyId);
  }
}
