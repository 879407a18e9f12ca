import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { LOCALES, STAFF_LINK_PURPOSES, type StaffLinkPurposeView } from '../../contract/index.js';
import { dto, Public, text } from '../../platform/http/index.js';
import { Answers, view } from '../../platform/openapi/index.js';
import { emailAddress, newPassword } from '../inputs.js';
import { OwnPagesOnly } from '../sessions/staff.guard.js';
import { Acceptances } from './acceptances.service.js';

/** Whatever somebody has pasted: what is none of ours is a link that does not work. */
const token = text(200);

class Look extends dto(z.object({ token })) {}
class Accept extends dto(
  z.object({
    token,
    password: newPassword,
    name: text(60).optional(),
    locale: z.enum(LOCALES),
    email: emailAddress.optional(),
  }),
) {}

const PurposeView = view(
  'StaffLinkPurposeView',
  z.object({
    purpose: z.enum(STAFF_LINK_PURPOSES),
    email: z.string().optional(),
    name: z.string().optional(),
    expiresAt: z.iso.datetime(),
  }) satisfies z.ZodType<StaffLinkPurposeView>,
);
const AcceptedLink = view('AcceptedLink', z.object({ email: z.string() }));

/** What the holder of a one-time link may do. The token comes in the body: addresses end up in logs. */
@ApiTags('staff')
@Controller('api/staff-links')
export class StaffLinksController {
  constructor(private readonly acceptances: Acceptances) {}

  /** What it is for. */
  @Public()
  @OwnPagesOnly()
  @Post('lookups')
  @Answers(200, PurposeView, 'link_invalid', 'too_many_requests')
  look(@Body() { token }: Look, @Req() request: FastifyRequest): Promise<StaffLinkPurposeView> {
    return this.acceptances.look(token, request.ip);
  }

  /** Sets the password, and with an invitation the name. Then one signs in. */
  @Public()
  @OwnPagesOnly()
  @Post('acceptances')
  @Answers(201, AcceptedLink, 'link_invalid', 'too_many_requests')
  accept(@Body() acceptance: Accept, @Req() request: FastifyRequest): Promise<{ email: string }> {
    return this.acceptances.accept(acceptance, request.ip);
  }
}
