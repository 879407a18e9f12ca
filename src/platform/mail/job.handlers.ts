import { Injectable } from '@nestjs/common';
import { Runs } from '../jobs/index.js';
import { PruneMails, SendDueMails } from './mail.jobs.js';
import { Mails } from './mails.service.js';

@Injectable()
export class MailJobHandlers {
  constructor(private readonly mails: Mails) {}

  @Runs(SendDueMails)
  async send(): Promise<void> {
    await this.mails.sendDue();
  }

  @Runs(PruneMails)
  async prune(): Promise<void> {
    await this.mails.prune();
  }
}
