import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { CONFIG, type Config } from '../../config.js';
import { isMailAddress } from '../../contract/index.js';
import { Health } from '../health/index.js';
import { MailRefused, mailRefused } from './mail-refused.js';
import { oneLine } from './one-line.js';

const CONNECTIONS = 4;
const MAILS_PER_CONNECTION = 50;
const CONNECT_MILLISECONDS = 10_000;
const SILENCE_MILLISECONDS = 20_000;
/** Whoever asks for readiness every few seconds must not knock at the mail server each time. */
const CHECK_MILLISECONDS = 60_000;
const SUBJECT_LENGTH = 200;
const NAME_LENGTH = 100;

/** A mail as it goes out: written by the desk, to one person. */
export interface OutgoingMail {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** `<…@…>`; the same when it is tried again, so that who gets it twice can tell. */
  messageId: string;
  /** Message ids of the thread. */
  references: readonly string[];
  headers: Readonly<Record<string, string>>;
}

type Transport = ReturnType<typeof openTransport>;

/** The way out for mail: one pool of connections to the operator's SMTP server; without one, mail is off. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transport | undefined;
  private checked: { at: number; outcome: Promise<unknown> } | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>,
    health: Health,
  ) {
    this.transport = config.mail && openTransport(config.mail);
    health.register('mail', this.transport ? { required: false, check: () => this.check() } : 'off');
  }

  get on(): boolean {
    return this.transport !== undefined;
  }

  /** What message ids end with, and whom answers go to. */
  get domain(): string {
    return this.config.mail?.from.address.split('@')[1] ?? 'localhost';
  }

  /** @returns what the server said @throws MailRefused */
  async send(mail: OutgoingMail): Promise<string> {
    if (!this.transport || !this.config.mail) throw new MailRefused('away', 'mail is off');
    if (!isMailAddress(mail.to.address)) throw new MailRefused('final', 'that is no address of mail');
    try {
      const { response } = await this.transport.sendMail({
        from: this.config.mail.from,
        to: { name: oneLine(mail.to.name, NAME_LENGTH), address: mail.to.address },
        subject: oneLine(mail.subject, SUBJECT_LENGTH),
        text: mail.text,
        html: mail.html,
        messageId: mail.messageId,
        ...(mail.references.length > 0 && { references: [...mail.references], inReplyTo: mail.references.at(-1) }),
        headers: Object.fromEntries(Object.entries(mail.headers).map(([name, value]) => [name, oneLine(value, 900)])),
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return oneLine(response, 200);
    } catch (error) {
      throw mailRefused(error);
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  private async check(): Promise<unknown> {
    const now = performance.now();
    if (!this.checked || now - this.checked.at > CHECK_MILLISECONDS)
      this.checked = { at: now, outcome: (this.transport as Transport).verify() };
    return await this.checked.outcome;
  }
}

/** Passwords go over TLS, or not at all; certificates are checked. */
export function openTransport({ url }: NonNullable<Config['mail']>) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const user = decodeURIComponent(username);
  return createTransport({
    pool: true,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    ...(user && { auth: { user, pass: decodeURIComponent(password) } }),
    ...(user && !secure && { requireTLS: true }),
    maxConnections: CONNECTIONS,
    maxMessages: MAILS_PER_CONNECTION,
    connectionTimeout: CONNECT_MILLISECONDS,
    greetingTimeout: CONNECT_MILLISECONDS,
    socketTimeout: SILENCE_MILLISECONDS,
  });
}
