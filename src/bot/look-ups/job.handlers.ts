import { Injectable } from '@nestjs/common';
import { Runs } from '../../platform/jobs/index.js';
import { HostTurns } from './host/host-turns.service.js';
import { AskHosts } from './look-ups.jobs.js';

/** The jobs of the look-ups. */
@Injectable()
export class LookUpJobs {
  constructor(private readonly turns: HostTurns) {}

  @Runs(AskHosts)
  async ask(): Promise<void> {
    await this.turns.askDue();
  }
}
