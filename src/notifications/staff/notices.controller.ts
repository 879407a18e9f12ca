import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { NoticeView, Page } from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { NoticePage, NoticeParam, NoticeQuery, NoticeSchema, ReadAllBody, UnreadNotices } from './notice.views.js';
import { Notices } from './notices.service.js';

/** One's own notices. */
@ApiTags('notices')
@Controller('api/notices')
export class NoticesController {
  constructor(private readonly notices: Notices) {}

  @Get()
  @Answers(200, NoticePage)
  page(@CurrentStaff() staff: StaffPrincipal, @Query() query: NoticeQuery): Promise<Page<NoticeView>> {
    return this.notices.page(staff, query);
  }

  @Get('unread')
  @Answers(200, UnreadNotices)
  async unread(@CurrentStaff() staff: StaffPrincipal): Promise<{ unread: number }> {
    return { unread: await this.notices.unread(staff) };
  }

  @Post('reads')
  @Answers(200, UnreadNotices)
  async readAll(@CurrentStaff() staff: StaffPrincipal, @Body() { upTo }: ReadAllBody): Promise<{ unread: number }> {
    return { unread: await this.notices.readAll(staff, upTo) };
  }

  /** Acknowledges the escalation that it tells of; who was first stands. */
  @Post(':id/acknowledgements')
  @Answers(200, NoticeSchema, 'not_found')
  acknowledge(@CurrentStaff() staff: StaffPrincipal, @Param() { id }: NoticeParam): Promise<NoticeView> {
    return this.notices.acknowledge(staff, id);
  }

  @Post(':id/reads')
  @Answers(200, NoticeSchema, 'not_found')
  read(@CurrentStaff() staff: StaffPrincipal, @Param() { id }: NoticeParam): Promise<NoticeView> {
    return this.notices.read(staff, id);
  }
}
