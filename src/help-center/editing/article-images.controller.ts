import '@fastify/multipart';
import { Controller, Get, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExcludeController, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { id, Public, parse } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { StoredImage } from './article.views.js';
import { ArticleImages } from './article-images.service.js';

@ApiTags('articles')
@Roles('admin', 'supervisor')
@Controller('api/article-images')
export class ArticleImagesController {
  constructor(private readonly images: ArticleImages) {}

  /** A picture for an article: PNG, JPEG, GIF or WebP by its content. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers(201, StoredImage, 'unsupported_media_type', 'payload_too_large')
  async store(
    @CurrentStaff() staff: StaffPrincipal,
    @Req() request: FastifyRequest,
  ): Promise<{ url: string; width: number; height: number }> {
    const part = request.isMultipart() ? await request.file() : undefined;
    if (!part) throw new DeskError('unsupported_media_type');
    return this.images.store(staff, part.filename ?? '', await part.toBuffer());
  }
}

/** The pictures of public pages. Whatever they hold, they cannot act as a page of ours. */
@ApiExcludeController()
@Controller('help/images')
export class PublicImagesController {
  constructor(private readonly images: ArticleImages) {}

  @Public()
  @Get(':id')
  async show(@Param('id') imageId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const image = await this.images.open(parse(id, imageId));
    reply.headers({
      'content-type': image.contentType,
      'content-length': image.size,
      'content-disposition': 'inline',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    return new StreamableFile(image.content);
  }
}
