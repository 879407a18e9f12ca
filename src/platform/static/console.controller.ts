import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../http/public.decorator.js';
import { BuiltFiles, CACHING, socketOrigin } from './built-files.js';

/** The agents' console. Its files are no secret; what it shows comes from the API, which asks for a session. */
@ApiExcludeController()
@Controller('console')
export class ConsoleController {
  constructor(private readonly files: BuiltFiles) {}

  @Public()
  @Get()
  entrance(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.page(request, reply);
  }

  /** Files by their name; every other path is a place inside the console, which finds its own way. */
  @Public()
  @Get('*')
  async inside(@Param('*') path: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!/\.\w+$/.test(path)) return this.page(request, reply);
    const caching = path.startsWith('assets/') ? CACHING.immutable : CACHING.revalidate;
    return this.files.send(request, reply, `console/${path}`, caching);
  }

  private page(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    reply.header(
      'content-security-policy',
      [
        "default-src 'none'",
        "script-src 'self'",
        // The component library writes its styles into the page.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "font-src 'self'",
        `connect-src 'self' ${socketOrigin(request)}`,
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ].join('; '),
    );
    return this.files.send(request, reply, 'console/index.html', CACHING.revalidate);
  }
}
