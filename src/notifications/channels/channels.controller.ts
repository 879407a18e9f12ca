import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ChannelTestView, NoticeChannelView } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { ChannelBody, ChannelParam, ChannelVersion, NewChannelBody } from './channel.inputs.js';
import { ChannelTestSchema, NoticeChannelList, NoticeChannelSchema } from './channel.views.js';
import { ChannelAdmin } from './channel-admin.service.js';

@ApiTags('notices')
@Roles('admin')
@Controller('api/notice-channels')
export class ChannelsController {
  constructor(private readonly channels: ChannelAdmin) {}

  @Get()
  @Answers(200, NoticeChannelList)
  async all(): Promise<{ items: NoticeChannelView[] }> {
    return { items: await this.channels.list() };
  }

  @Post()
  @Answers(201, NoticeChannelSchema)
  create(@CurrentStaff() staff: StaffPrincipal, @Body() body: NewChannelBody): Promise<NoticeChannelView> {
    return this.channels.create(staff, body);
  }

  @Put(':id')
  @Answers(200, NoticeChannelSchema, 'not_found', 'conflict')
  update(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: ChannelParam,
    @Body() body: ChannelBody,
  ): Promise<NoticeChannelView> {
    return this.channels.update(staff, id, body);
  }

  @Delete(':id')
  @Answers(204, null, 'not_found', 'conflict')
  remove(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: ChannelParam,
    @Query() { version }: ChannelVersion,
  ): Promise<void> {
    return this.channels.remove(staff, id, version);
  }

  /** Sends a test by it, now, and answers what the other side said. */
  @Post(':id/tests')
  @Answers(200, ChannelTestSchema, 'not_found', 'too_many_requests')
  test(@CurrentStaff() staff: StaffPrincipal, @Param() { id }: ChannelParam): Promise<ChannelTestView> {
    return this.channels.test(staff, id);
  }
}
