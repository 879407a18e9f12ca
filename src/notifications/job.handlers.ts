import { Injectable } from '@nestjs/common';
import { Runs } from '../platform/jobs/index.js';
import { Deliveries } from './channels/deliveries.service.js';
import { LetterWriter } from './letters/letter-writer.service.js';
import { DeliverDueNotices, PruneNotices, WriteDueLetters } from './notifications.jobs.js';
import { Notices } from './staff/notices.service.js';

@Injectable()
export class NotificationJobHandlers {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly notices: Notices,
    private readonly letters: LetterWriter,
  ) {}

  @Runs(DeliverDueNotices)
  async deliver(): Promise<void> {
    await this.deliveries.deliverDue();
  }

  @Runs(WriteDueLetters)
  async write(): Promise<void> {
    await this.letters.writeDue();
  }

  @Runs(PruneNotices)
  async prune(): Promise<void> {
    await this.deliveries.prune();
    await this.notices.prune();
    await this.letters.prune();
  }
}
