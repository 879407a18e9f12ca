import { Injectable } from '@nestjs/common';
import { Runs } from '../../platform/jobs/index.js';
import { TellDue } from './telling.jobs.js';
import { Tellings } from './tellings.service.js';

@Injectable()
export class FeedbackJobHandlers {
  constructor(private readonly tellings: Tellings) {}

  @Runs(TellDue)
  async tell(): Promise<void> {
    await this.tellings.release();
  }
}
