import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { LOCALES, type SiteView } from '../../contract/index.js';
import { dto, Public, text } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { BuiltFiles, CACHING, socketOrigin } from '../../platform/static/index.js';
import { SiteViewSchema } from './site.views.js';
import { Sites } from './sites.service.js';

class FrameQuery extends dto(
  z.object({ site: text(64), locale: z.enum(LOCALES).optional(), host: text(300).optional() }),
) {}
class ConfigQuery extends dto(z.object({ site: text(64) })) {}

/** What a host site embeds. */
@ApiTags('widget')
@Controller('widget')
export class WidgetController {
  constructor(
    private readonly files: BuiltFiles,
    private readonly sites: Sites,
  ) {}

  @Public()
  @ApiExcludeEndpoint()
  @Get('loader.js')
  loader(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.files.send(request, reply, 'widget/loader.js', CACHING.brief);
  }

  @Public()
  @ApiExcludeEndpoint()
  @Get('assets/*')
  asset(@Param('*') path: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.files.send(request, reply, `widget/assets/${path}`, CACHING.immutable);
  }

  /** The panel: only pages of the site's own origins may frame it. */
  @Public()
  @ApiExcludeEndpoint()
  @Get('frame')
  async frame(@Query() query: FrameQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { allowedOrigins } = await this.sites.admit(query.site, query.host);
    reply
      .removeHeader('x-frame-options')
      .header(
        'content-security-policy',
        [
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data: blob:",
          "media-src 'self'",
          `connect-src 'self' ${socketOrigin(request)}`,
          "base-uri 'none'",
          "form-action 'none'",
          `frame-ancestors ${allowedOrigins.join(' ') || "'none'"}`,
        ].join('; '),
      );
    await this.files.send(request, reply, 'widget/frame.html', CACHING.revalidate);
  }

  /** What the panel shows before anybody has said a word; it keeps this for the time when the desk cannot be reached. */
  @Public()
  @Get('config')
  @Header('cache-control', 'public, max-age=5')
  @Answers(200, SiteViewSchema, 'site_unknown')
  async config(@Query() query: ConfigQuery): Promise<SiteView> {
    return this.sites.view(await this.sites.admit(query.site));
  }
}
