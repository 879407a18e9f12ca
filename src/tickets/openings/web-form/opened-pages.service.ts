import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../../config.js';
import type { Locale, PublicTicketView } from '../../../contract/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/db/index.js';
import { localeOf } from '../../../platform/http/index.js';
import { lookupCode } from '../../customer-secrets.js';
import { inZone } from '../../status/case.presenter.js';
import { LookUp } from '../../status/look-up.service.js';
import { LookUpPage } from '../../status/look-up-page.service.js';
import { stamp } from '../../status/next-answer.js';
import { FormPages } from './form-pages.service.js';

/** The clocks of a case follow it by event: for so long the page waits for them. */
const PATIENCE = { looks: 8, milliseconds: 100 };
const FRESH_MILLISECONDS = 10_000;

/** What somebody is told who has just opened a case: its number and code, and when they hear from us. */
@Injectable()
export class OpenedPages {
  constructor(
    private readonly lookUp: LookUp,
    private readonly lookUpPage: LookUpPage,
    private readonly pages: FormPages,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async show(
    request: FastifyRequest,
    reply: FastifyReply,
    { number, key, locale: wanted }: { number: string; key: string; locale: Locale | undefined },
  ): Promise<void> {
    const locale = wanted ?? localeOf(request.headers);
    const ticket = await this.withPromise(number, key);
    if (!ticket) return this.lookUpPage.send(request, reply, locale, 'linkInvalid');
    const now = this.clock.now();
    const kinds = await this.database.query<{ kind: string }>(
      `SELECT DISTINCT p.kind FROM contact_points p JOIN tickets t ON t.customer_id = p.customer_id WHERE t.number = $1`,
      [number],
    );
    const due = ticket.nextDueAt && ticket.nextDueAt > now.toISOString() ? ticket.nextDueAt : undefined;
    await this.pages.sendOpened({ request, reply, locale }, number, key, {
      code: lookupCode(this.config.secretKey, number),
      due: due
        ? { ...stamp(due, (at) => inZone(at, locale, now)), inWorkingHours: ticket.dueInWorkingHours ?? false }
        : null,
      byPhone: kinds.some(({ kind }) => kind === 'phone'),
      byEmail: kinds.some(({ kind }) => kind === 'email'),
    });
  }

  private async withPromise(number: string, key: string): Promise<PublicTicketView | undefined> {
    for (let look = 1; ; look += 1) {
      const found = await this.lookUp.byLink(number, key);
      if (found?.reach !== 'whole') return undefined;
      const { view } = found;
      const age = this.clock.now().getTime() - Date.parse(view.openedAt);
      if (view.nextDueAt || view.status !== 'new' || age > FRESH_MILLISECONDS || look > PATIENCE.looks) return view;
      await wait(PATIENCE.milliseconds);
    }
  }
}
