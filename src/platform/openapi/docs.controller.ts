import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Header, Inject, Param, Res } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../../config.js';
import { DeskError } from '../errors/index.js';
import { PublicInDemo } from '../http/public.decorator.js';
import { ApiDocument } from './api-document.js';

const FILES: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'favicon-32x32.png': 'image/png',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};
const STARTER = `SwaggerUIBundle({ url: '/api/docs/json', dom_id: '#docs', deepLinking: true, persistAuthorization: false });`;
const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Porchlight 长明 API</title>
<link rel="icon" href="/api/docs/files/favicon-32x32.png">
<link rel="stylesheet" href="/api/docs/files/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<script src="/api/docs/files/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The API as its readers see it: all files are our own, for what they load from elsewhere would see the session. */
@ApiExcludeController()
@PublicInDemo()
@Controller('api/docs')
export class DocsController {
  constructor(
    private readonly document: ApiDocument,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Header('content-security-policy', POLICY)
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return PAGE;
  }

  @Get('start.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  starter(): string {
    return STARTER;
  }

  @Get('json')
  @Header('cache-control', 'no-cache')
  json(): OpenAPIObject {
    return this.document.read();
  }

  @Get('files/:name')
  @Header('cache-control', 'private, max-age=3600')
  async file(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const type = FILES[name];
    if (!type) throw new DeskError('not_found');
    reply.type(type);
    return readFile(join(this.folder(), name));
  }

  /** Comes with @nestjs/swagger, so it is looked up from there. */
  private folder(): string {
    const swagger = createRequire(join(this.config.rootDir, 'package.json')).resolve('@nestjs/swagger');
    return dirname(createRequire(swagger).resolve('swagger-ui-dist/package.json'));
  }
}
