import '@fastify/multipart';
import { Controller, Headers, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, type ApiBodyOptions, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { UploadedAttachment } from '../contract/index.js';
import { CurrentStaff, CustomerSessions, type StaffPrincipal } from '../people/index.js';
import { DeskError } from '../platform/errors/index.js';
import { id, Public, parse } from '../platform/http/index.js';
import { Answers, view } from '../platform/openapi/index.js';
import type { Principal } from '../platform/push/index.js';
import { Attachments } from './attachments.service.js';
import { customerAuthor, staffPrincipals } from './author.js';

const Uploaded = view(
  'UploadedAttachment',
  z.object({
    attachment: z.strictObject({
      id,
      name: z.string(),
      contentType: z.string(),
      size: z.int(),
      width: z.int().optional(),
      height: z.int().optional(),
      url: z.string(),
    }),
  }) satisfies z.ZodType<UploadedAttachment>,
);

const FORM: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['conversationId', 'file'],
    properties: { conversationId: { type: 'string', format: 'uuid' }, file: { type: 'string', format: 'binary' } },
  },
};

/** Files for a message that is being written. The field `conversationId` must come before `file`. */
@ApiTags('attachments')
@Controller()
export class UploadsController {
  constructor(
    private readonly attachments: Attachments,
    private readonly sessions: CustomerSessions,
  ) {}

  /** From a widget; the key of the browser session is the bearer token. */
  @Public()
  @Post('widget/attachments')
  @ApiBearerAuth()
  @ApiConsumes('multipart/form-data')
  @ApiBody(FORM)
  @Answers(
    201,
    Uploaded,
    'session_ended',
    'not_found',
    'unsupported_media_type',
    'payload_too_large',
    'too_many_requests',
  )
  async fromWidget(
    @Headers('authorization') authorization: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<UploadedAttachment> {
    const customer = await this.sessions.ofBearer(authorization);
    if (!customer) throw new DeskError('session_ended');
    return await this.receive(request, customerAuthor(customer).principals);
  }

  /** From a console. */
  @Post('api/attachments')
  @ApiConsumes('multipart/form-data')
  @ApiBody(FORM)
  @Answers(201, Uploaded, 'not_found', 'unsupported_media_type', 'payload_too_large', 'too_many_requests')
  async fromConsole(
    @CurrentStaff() staff: StaffPrincipal,
    @Req() request: FastifyRequest,
  ): Promise<UploadedAttachment> {
    return await this.receive(request, staffPrincipals(staff));
  }

  private async receive(request: FastifyRequest, uploader: Principal[]): Promise<UploadedAttachment> {
    if (!request.isMultipart()) throw new DeskError('unsupported_media_type');
    const part = await request.file();
    const field = part?.fields.conversationId;
    if (!part || !field || Array.isArray(field) || field.type !== 'field')
      throw new DeskError('invalid_input', {
        errors: [{ path: 'conversationId', message: 'must come before the file' }],
      });
    const conversationId = parse(id, field.value);
    return {
      attachment: await this.attachments.upload(uploader, conversationId, part.filename ?? '', await part.toBuffer()),
    };
  }
}
