import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { LOCALES, type Locale } from '../../contract/index.js';
import { dto, id, localeOf, Public } from '../../platform/http/index.js';
import { Pages } from '../../platform/templates/index.js';
import { MailPreferences } from './mail-preferences.service.js';
import { preferencesTexts } from './mail-preferences.texts.js';

const locale = z.enum(LOCALES).optional();

class PreferenceParam extends dto(z.object({ id })) {}
class PreferenceQuery extends dto(z.object({ key: z.string().max(100).default(''), locale })) {}
class PreferenceForm extends dto(z.object({ off: z.enum(['true', 'false']) })) {}

/** Where somebody says whether they want mail of the desk; works without JavaScript, and from within mail programs. */
@ApiExcludeController()
@Public()
@Controller('mail/preferences')
export class MailPreferencesController {
  constructor(
    private readonly preferences: MailPreferences,
    private readonly pages: Pages,
  ) {}

  /** Looking changes nothing: programs that follow every link of a mail would otherwise turn it off. */
  @Get(':id')
  async show(
    @Param() { id: contactPointId }: PreferenceParam,
    @Query() { key, locale: wanted }: PreferenceQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.preferences.of(contactPointId, key);
    const shown = wanted ?? localeOf(request.headers);
    const texts = preferencesTexts(shown);
    const path = (of: Locale) => `/mail/preferences/${contactPointId}?${new URLSearchParams({ key, locale: of })}`;
    reply.header('x-robots-tag', 'noindex');
    this.pages.send(request, reply, {
      template: 'mail/preferences',
      locale: shown,
      title: texts.title,
      description: texts.lead,
      paths: { 'zh-CN': path('zh-CN'), en: path('en') },
      context: {
        texts,
        action: path(shown),
        known: found !== undefined,
        address: found ? masked(found.address) : '',
        off: found?.off ?? false,
      },
      stylesheets: ['status.css'],
      status: found ? 200 : 404,
      cache: 'private',
      hidden: true,
    });
  }

  @Post(':id')
  @HttpCode(303)
  async say(
    @Param() { id: contactPointId }: PreferenceParam,
    @Query() { key, locale: wanted }: PreferenceQuery,
    @Body() { off }: PreferenceForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.preferences.set(contactPointId, key, off === 'true');
    const query = new URLSearchParams({ key, ...(wanted && { locale: wanted }) });
    reply.header('cache-control', 'no-store').redirect(`/mail/preferences/${contactPointId}?${query}`, 303);
  }

  /** RFC 8058: a mail program's own button. Whatever it sends with it is not looked at. */
  @Post(':id/one-click')
  @HttpCode(200)
  async oneClick(
    @Param() { id: contactPointId }: PreferenceParam,
    @Query() { key }: PreferenceQuery,
  ): Promise<{ done: true }> {
    await this.preferences.set(contactPointId, key, true);
    return { done: true };
  }
}

/** Enough to know one's own by. */
function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}***${address.slice(at)}`;
}
