import { Injectable } from '@nestjs/common';
import { newId } from '../clock/index.js';
import { Database, type Transaction } from '../db/index.js';
import { backOffSeconds, Jobs } from '../jobs/index.js';
import { Logger } from '../logger/index.js';
import { SendDueMails } from './mail.jobs.js';
import { MailRefused } from './mail-refused.js';
import { Mailer, type OutgoingMail } from './mailer.js';
import { AGAIN, CLAIM, FAILED, PRUNE, PUT_BACK, QUEUE, SENT } from './mails.sql.js';

/** As many at once as the pool has connections. */
const SLICE = 4;
/** Longer than any try takes: what is found so late was dropped by a process that died. */
const DROPPED_SECONDS = 600;

type Claimed = {
  id: string;
  toName: string;
  toAddress: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  referenceIds: string[];
  headers: Record<string, string>;
  tries: number;
  old: boolean;
};

/** Mails on their way out. A row is the truth; the job that sends finds what is due. */
@Injectable()
export class Mails {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly jobs: Jobs,
    private readonly logger: Logger,
  ) {}

  /** False: there is no mail server, and what is queued goes nowhere. */
  get on(): boolean {
    return this.mailer.on;
  }

  /** The domain of our own message ids. */
  get domain(): string {
    return this.mailer.domain;
  }

  /**
   * Goes out after COMMIT, and again until the server has taken it or three days have passed. With mail off, nothing is kept.
   * @param key who queues the same twice sends it once
   * @returns its id; undefined when it was there already, or mail is off
   */
  async queue(tx: Transaction, key: string, mail: OutgoingMail): Promise<string | undefined> {
    if (!this.on) return undefined;
    const row = await tx.one<{ id: string }>(QUEUE, [
      newId(),
      key,
      mail.to.name,
      mail.to.address,
      mail.subject,
      mail.text,
      mail.html,
      mail.messageId,
      mail.references,
      mail.headers,
    ]);
    if (row) tx.afterCommit(() => void this.jobs.add(SendDueMails, {}, { deduplicate: 'all' }));
    return row?.id;
  }

  /** Sends all that is due. Any number of processes may do this at once. */
  async sendDue(): Promise<void> {
    if (!this.on) return;
    for (;;) {
      const claimed = await this.database.query<Claimed>(CLAIM, [SLICE, DROPPED_SECONDS]);
      if (claimed.length === 0) return;
      const outcomes = await Promise.all(claimed.map((mail) => this.try(mail)));
      // One who is away is away for all: the rest need not find that out one by one.
      if (outcomes.includes('away')) return await this.putOff();
    }
  }

  /** Old mails go: they hold what was written to people. */
  async prune(): Promise<void> {
    await this.database.query(PRUNE);
  }

  private async try(mail: Claimed): Promise<'done' | 'away'> {
    const { id, tries } = mail;
    try {
      const answer = await this.mailer.send({
        ...mail,
        to: { name: mail.toName, address: mail.toAddress },
        references: mail.referenceIds,
      });
      await this.database.query(SENT, [id, tries, answer]);
      return 'done';
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      const { kind, reason } = error;
      this.logger.warn({ mail: id, tries, kind, reason }, 'a mail was not taken');
      if (kind === 'final' || mail.old) await this.database.query(FAILED, [id, tries, reason]);
      else await this.database.query(AGAIN, [id, tries, reason, backOffSeconds(tries)]);
      return kind === 'away' ? 'away' : 'done';
    }
  }

  /** What else is due waits with those that were tried in vain, untried. */
  private async putOff(): Promise<void> {
    const rest = await this.database.query<{ id: string }>(CLAIM, [1_000, DROPPED_SECONDS]);
    if (rest.length > 0) await this.database.query(PUT_BACK, [rest.map(({ id }) => id), backOffSeconds(1)]);
  }
}
