import { Injectable } from '@nestjs/common';
import { Counter, Histogram } from 'prom-client';
import type { Transaction } from '../../platform/db/index.js';
import { metrics } from '../../platform/metrics/index.js';

const told = new Counter({
  name: 'porchlight_queue_told_waits_total',
  help: 'Waits that ended with a person, beside the range that the customer was first told: half should be earlier, one in ten later',
  labelNames: ['outcome'],
  registers: [metrics],
});
const off = new Histogram({
  name: 'porchlight_queue_told_wait_off_seconds',
  help: 'How far such a wait lay outside of the range',
  labelNames: ['outcome'],
  buckets: [15, 30, 60, 120, 300, 600, 1_200, 3_600, 10_800],
  registers: [metrics],
});

/** Waits that have just ended, from when their customers were first told how long. */
const JUST_ENDED = `
  SELECT told_from AS "from", told_to AS "to", extract(epoch FROM assigned_at - told_at)::float8 AS waited
  FROM routed_tickets WHERE ticket_id = ANY($1::uuid[]) AND ended_at IS NULL AND told_at IS NOT NULL`;

/** What customers are told about their wait, beside what came. */
@Injectable()
export class ToldWaits {
  async compare(tx: Transaction, assignedTicketIds: string[]): Promise<void> {
    if (assignedTicketIds.length === 0) return;
    const rows = await tx.query<{ from: number; to: number; waited: number }>(JUST_ENDED, [assignedTicketIds]);
    tx.afterCommit(() => {
      for (const { from, to, waited } of rows) {
        const outcome = waited < from ? 'earlier' : waited > to ? 'later' : 'within';
        told.inc({ outcome });
        off.observe({ outcome }, Math.max(0, from - waited, waited - to));
      }
    });
  }
}
