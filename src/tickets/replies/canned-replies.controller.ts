import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CannedReplyView, ReplyVariablesView } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { CannedReplies } from './canned-replies.service.js';
import {
  CannedReplyBody,
  CannedReplyParam,
  CannedReplyVersionBody,
  NewCannedReplyBody,
  ReplyVariablesParam,
} from './canned-reply.inputs.js';
import { CannedReplyList, CannedReplySchema, ReplyVariablesSchema } from './canned-reply.views.js';
import { CannedReplyAdmin } from './canned-reply-admin.service.js';
import { ReplyVariables } from './reply-variables.service.js';

@ApiTags('replies')
@Controller('api')
export class CannedRepliesController {
  constructor(
    private readonly replies: CannedReplies,
    private readonly admin: CannedReplyAdmin,
    private readonly variables: ReplyVariables,
  ) {}

  /** Those that the reader may use, the most used first. */
  @Get('canned-replies')
  @Answers(200, CannedReplyList)
  async all(@CurrentStaff() staff: StaffPrincipal): Promise<{ items: CannedReplyView[] }> {
    return { items: await this.replies.forReader(staff) };
  }

  /** One has been put into a reply. */
  @Post('canned-replies/:id/uses')
  @Answers(204, null, 'not_found')
  used(@CurrentStaff() staff: StaffPrincipal, @Param() { id }: CannedReplyParam): Promise<void> {
    return this.replies.used(staff, id);
  }

  /** What the variables stand for in this conversation of the case. */
  @Get('tickets/:number/conversations/:conversationId/reply-variables')
  @Answers(200, ReplyVariablesSchema, 'not_found', 'forbidden')
  values(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number, conversationId }: ReplyVariablesParam,
  ): Promise<ReplyVariablesView> {
    return this.variables.of(staff, number, conversationId);
  }

  /** Those that the reader keeps, with the archived. */
  @Roles('admin', 'supervisor')
  @Get('canned-replies/settings')
  @Answers(200, CannedReplyList)
  async settings(@CurrentStaff() staff: StaffPrincipal): Promise<{ items: CannedReplyView[] }> {
    return { items: await this.admin.settings(staff) };
  }

  @Roles('admin', 'supervisor')
  @Post('canned-replies')
  @Answers(201, CannedReplySchema)
  create(@CurrentStaff() staff: StaffPrincipal, @Body() body: NewCannedReplyBody): Promise<CannedReplyView> {
    return this.admin.create(staff, body);
  }

  @Roles('admin', 'supervisor')
  @Put('canned-replies/:id')
  @Answers(200, CannedReplySchema, 'not_found', 'conflict')
  update(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: CannedReplyParam,
    @Body() body: CannedReplyBody,
  ): Promise<CannedReplyView> {
    return this.admin.update(staff, id, body);
  }

  @Roles('admin', 'supervisor')
  @Post('canned-replies/:id/archival')
  @Answers(201, CannedReplySchema, 'not_found', 'conflict')
  archive(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: CannedReplyParam,
    @Body() { version }: CannedReplyVersionBody,
  ): Promise<CannedReplyView> {
    return this.admin.setArchived(staff, id, version, true);
  }

  @Roles('admin', 'supervisor')
  @Post('canned-replies/:id/restoration')
  @Answers(201, CannedReplySchema, 'not_found', 'conflict')
  restore(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: CannedReplyParam,
    @Body() { version }: CannedReplyVersionBody,
  ): Promise<CannedReplyView> {
    return this.admin.setArchived(staff, id, version, false);
  }
}
