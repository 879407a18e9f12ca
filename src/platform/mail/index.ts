import { Global, Module } from '@nestjs/common';
import { MailJobHandlers } from './job.handlers.js';
import { MailMetrics } from './mail.metrics.js';
import { Mailer } from './mailer.js';
import { Mails } from './mails.service.js';

export { Mail } from './mail.entity.js';
export { SendDueMails } from './mail.jobs.js';
export { type OutgoingMail, openTransport } from './mailer.js';
export { Mails } from './mails.service.js';
export { oneLine } from './one-line.js';

@Global()
@Module({ providers: [Mailer, Mails, MailJobHandlers, MailMetrics], exports: [Mails] })
export class MailModule {}
