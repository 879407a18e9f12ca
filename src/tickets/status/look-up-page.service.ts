import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '../../contract/index.js';
import { localeOf } from '../../platform/http/index.js';
import { Pages } from '../../platform/templates/index.js';
import { statusTexts } from './status.texts.js';

export type LookUpNotice = 'failed' | 'mistyped' | 'tooMany' | 'linkInvalid';

const STATUS: Record<LookUpNotice, number> = { failed: 404, mistyped: 400, tooMany: 429, linkInvalid: 404 };

/** Where one looks a case up, and where a link that opens nothing leads. */
@Injectable()
export class LookUpPage {
  constructor(private readonly pages: Pages) {}

  /** @param typedNumber as it was typed, to be corrected */
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    wanted: Locale | undefined,
    notice?: LookUpNotice,
    typedNumber = '',
  ): void {
    const locale = wanted ?? localeOf(request.headers);
    const texts = statusTexts(locale);
    reply.header('x-robots-tag', 'noindex');
    this.pages.send(request, reply, {
      template: 'status/look-up',
      locale,
      title: texts.title,
      description: texts.description,
      paths: { 'zh-CN': '/status?locale=zh-CN', en: '/status?locale=en' },
      context: {
        texts,
        locale,
        typedNumber,
        wrongNumber: notice === 'mistyped',
        notice: notice ? { title: texts[notice], hint: texts[`${notice}Hint`] } : null,
      },
      stylesheets: ['status.css'],
      status: notice && STATUS[notice],
      cache: 'private',
      hidden: true,
    });
  }
}
