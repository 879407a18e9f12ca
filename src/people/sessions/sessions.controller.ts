import { Body, Controller, Delete, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CONFIG, type Config } from '../../config.js';
import type { StaffView } from '../../contract/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { dto, Public, printable, text } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import type { StaffPrincipal } from '../principals.js';
import { Directory } from '../staff/directory.service.js';
import { CurrentSession } from '../staff/staff.views.js';
import { CurrentStaff } from './current-staff.decorator.js';
import { clearSessionCookie, sessionCookieName, setSessionCookie } from './session-cookie.js';
import { OwnPagesOnly } from './staff.guard.js';
import { StaffSessions } from './staff-sessions.service.js';

class SignIn extends dto(
  z.object({
    email: text(254),
    password: printable.min(1).max(200),
    /** Second step, when the first was answered `second_factor_required`. */
    code: text(40).optional(),
  }),
) {}

@ApiTags('sessions')
@Controller('api/sessions')
export class SessionsController {
  constructor(
    private readonly sessions: StaffSessions,
    private readonly directory: Directory,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Signs in; the session is in the cookie of the answer. */
  @Public()
  @OwnPagesOnly()
  @Post()
  @Answers(
    201,
    CurrentSession,
    'wrong_credentials',
    'second_factor_required',
    'wrong_code',
    'origin_not_allowed',
    'too_many_requests',
  )
  async signIn(
    @Body() credentials: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ staff: StaffView }> {
    const origin = { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
    const previous = request.cookies[sessionCookieName(this.config)];
    const { token, staffId } = await this.sessions.signIn(credentials, origin, previous);
    setSessionCookie(reply, this.config, token);
    return this.show(staffId);
  }

  @Get('current')
  @Answers(200, CurrentSession)
  current(@CurrentStaff() staff: StaffPrincipal): Promise<{ staff: StaffView }> {
    return this.show(staff.staffId);
  }

  /** Signs out: this session ends, here and on its sockets. */
  @Delete('current')
  @Answers(204, null)
  async signOut(@CurrentStaff() staff: StaffPrincipal, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.revoke(staff.sessionId);
    clearSessionCookie(reply, this.config);
  }

  private async show(staffId: string): Promise<{ staff: StaffView }> {
    const [staff] = await this.directory.staff([staffId]);
    if (!staff) throw new DeskError('not_found');
    return { staff };
  }
}
