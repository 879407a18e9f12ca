import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import type { ChannelKind, Locale, Priority, RungWay } from '../../contract/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Mails } from '../../platform/mail/index.js';
import { Consumer, type EventOf, Handles } from '../../platform/outbox/index.js';
import { Templates } from '../../platform/templates/index.js';
import { SlaAcknowledged, SlaEscalated } from '../../sla/index.js';
import { Deliveries } from '../channels/deliveries.service.js';
import { writeLetter } from '../letters/letter.js';
import { shownTime } from '../letters/shown-time.js';
import { escalationHeading, escalationLine } from './escalation.texts.js';
import { Notices } from './notices.service.js';
import { type Recipient, Recipients } from './recipients.service.js';

type Escalated = EventOf<typeof SlaEscalated>['payload'];

/** A robot writes to a group, once for all; a provider writes to, or calls, each person. */
const ROBOTS: readonly ChannelKind[] = ['feishu', 'dingtalk', 'wecom'];
const FOOTER: Record<Locale, string> = {
  'zh-CN': '您收到这封邮件，是因为升级阶梯指定了您。',
  en: 'You get this because the ladder names you.',
};

interface TicketFacts {
  priority: Priority;
  subject: string;
  zone: string;
  teamId: string;
  [column: string]: unknown;
}

/** A rung has fired: whoever it names is told, in the ways that it names. */
@Injectable()
@Consumer({ name: 'notifications.escalations', onPoison: 'skip' })
export class EscalationsConsumer {
  constructor(
    private readonly recipients: Recipients,
    private readonly notices: Notices,
    private readonly deliveries: Deliveries,
    private readonly mails: Mails,
    private readonly templates: Templates,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles(SlaEscalated)
  async escalated(tx: Transaction, { payload }: EventOf<typeof SlaEscalated>): Promise<void> {
    const people = await this.recipients.of(tx, payload.ticketId, payload.whom);
    const ticket = await tx.one<TicketFacts>(
      `SELECT t.priority, t.subject, t.team_id AS "teamId", m.time_zone AS zone
       FROM tickets t JOIN teams m ON m.id = t.team_id WHERE t.id = $1`,
      [payload.ticketId],
    );
    if (!ticket || people.length === 0) return;
    // Whatever else is asked for: who is told finds it in the console too, where it can be acknowledged.
    await this.notices.add(
      tx,
      people.map(({ id }) => id),
      payload,
    );
    for (const way of payload.how) await this.tell(tx, way, payload, ticket, people);
  }

  /** From wherever it was acknowledged: everybody who was told sees who was first. */
  @Handles(SlaAcknowledged)
  async acknowledged(tx: Transaction, { payload }: EventOf<typeof SlaAcknowledged>): Promise<void> {
    await this.notices.refreshAllOf(tx, payload.escalationId);
  }

  private async tell(tx: Transaction, way: RungWay, of: Escalated, ticket: TicketFacts, people: Recipient[]) {
    if (way === 'email') for (const person of people) await this.mail(tx, of, ticket, person);
    else if (way === 'im') await this.byChannels(tx, ROBOTS, of, ticket, [people]);
    else if (way === 'sms' || way === 'phone')
      await this.byChannels(
        tx,
        [way],
        of,
        ticket,
        people.map((person) => [person]),
      );
  }

  /** @param groups whom each message is for */
  private async byChannels(
    tx: Transaction,
    kinds: readonly ChannelKind[],
    of: Escalated,
    { priority, zone, teamId }: TicketFacts,
    groups: Recipient[][],
  ): Promise<void> {
    for (const channel of await this.deliveries.channelsFor(tx, kinds, teamId))
      for (const people of groups) {
        const heading = escalationHeading(channel.locale, of.clockKind, of.at);
        const url = this.urlOf(of.number);
        const text = escalationLine(channel.locale, {
          heading,
          number: of.number,
          priority,
          due: shownTime(new Date(of.dueAt), channel.locale, zone),
          names: people.map(({ name }) => name),
          url,
        });
        const to = people.map(({ id, name, email, locale }) => ({ staffId: id, name, email, locale }));
        const key = `${of.escalationId} ${people.map(({ id }) => id).join(' ')}`;
        const { number, escalationId, clockKind, rung, dueAt } = of;
        const details = { to, ticket: { number, priority, url }, escalation: { escalationId, clockKind, rung, dueAt } };
        await this.deliveries.queue(tx, channel.id, { key, text, details });
      }
  }

  private async mail(tx: Transaction, of: Escalated, ticket: TicketFacts, person: Recipient): Promise<void> {
    const { locale, name, email } = person;
    const heading = escalationHeading(locale, of.clockKind, of.at);
    const time = (at: string) => shownTime(new Date(at), locale, ticket.zone);
    const letter = writeLetter(this.templates, 'staff-escalation', locale, {
      heading,
      number: of.number,
      priority: ticket.priority,
      said: ticket.subject,
      due: time(of.dueAt),
      zone: ticket.zone,
      acknowledgeBy: of.acknowledgeBy ? time(of.acknowledgeBy) : null,
      url: this.urlOf(of.number),
      preheader: ticket.subject,
      footer: FOOTER[locale],
      unsubscribeUrl: null,
    });
    await this.mails.queue(tx, `escalation ${of.escalationId} ${person.id}`, {
      ...letter,
      to: { name, address: email },
      messageId: `<escalation.${of.escalationId}.${person.id}@${this.mails.domain}>`,
      references: [`<escalations.${of.ticketId}@${this.mails.domain}>`],
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  private urlOf(number: string): string {
    return `${this.config.publicUrl}/console/tickets/${encodeURIComponent(number)}`;
  }
}
