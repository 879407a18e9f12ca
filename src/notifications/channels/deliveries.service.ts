import { Injectable } from '@nestjs/common';
import type { ChannelKind, Locale } from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { backOffSeconds, Jobs } from '../../platform/jobs/index.js';
import { Logger } from '../../platform/logger/index.js';
import { DeliverDueNotices } from '../notifications.jobs.js';
import { ChannelWire, type SealedChannel } from './channel-wire.service.js';
import {
  CHANNELS_FOR,
  CLAIM_DELIVERIES,
  DELIVER_AGAIN,
  DELIVERED,
  NOT_DELIVERED,
  PRUNE_DELIVERIES,
  QUEUE_DELIVERY,
} from './channels.sql.js';

/** Of each channel at once; robots take twenty a minute. */
const SLICE = 4;
const DROPPED_SECONDS = 120;
const FIRST_WAIT_SECONDS = 10;

export interface ChannelFor {
  id: string;
  kind: ChannelKind;
  locale: Locale;
}

type Claimed = SealedChannel & {
  id: string;
  text: string;
  details: object;
  tries: number;
  /** News of an escalation that is hours old helps nobody. */
  old: boolean;
  enabled: boolean;
  [column: string]: unknown;
};

/** What is to be told by channels. A row is the truth; the job finds what is due. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly database: Database,
    private readonly wire: ChannelWire,
    private readonly jobs: Jobs,
    private readonly logger: Logger,
  ) {}

  /** Channels of these kinds for a team that are in use. */
  channelsFor(tx: Transaction, kinds: readonly ChannelKind[], teamId: string): Promise<ChannelFor[]> {
    return tx.query<ChannelFor & { [column: string]: unknown }>(CHANNELS_FOR, [kinds, teamId]);
  }

  /** @param key what it is about, and to whom: the same again is told once */
  async queue(
    tx: Transaction,
    channelId: string,
    { key, text, details }: { key: string; text: string; details: object },
  ): Promise<void> {
    await tx.query(QUEUE_DELIVERY, [newId(), channelId, key, text, details]);
    tx.afterCommit(() => void this.jobs.add(DeliverDueNotices, {}, { deduplicate: 'all' }));
  }

  /** Tells all that is due; a channel that is away keeps no other waiting. Any number of processes may do this at once. */
  async deliverDue(): Promise<void> {
    for (;;) {
      const claimed = await this.database.query<Claimed>(CLAIM_DELIVERIES, [SLICE, DROPPED_SECONDS]);
      if (claimed.length === 0) return;
      await Promise.all(claimed.map((delivery) => this.deliver(delivery)));
    }
  }

  async prune(): Promise<void> {
    await this.database.query(PRUNE_DELIVERIES);
  }

  private async deliver({ id, text, details, tries, old, enabled, ...channel }: Claimed): Promise<void> {
    if (!enabled) return await this.note(NOT_DELIVERED, [id, tries, 'the channel was switched off']);
    const { outcome, answer } = await this.wire.tell(channel, { id, text, details });
    if (outcome === 'sent') return await this.note(DELIVERED, [id, tries, answer]);
    this.logger.warn({ delivery: id, channel: channel.channelId, tries, outcome, answer }, 'a channel took no notice');
    if (outcome === 'final' || old) await this.note(NOT_DELIVERED, [id, tries, answer]);
    else await this.note(DELIVER_AGAIN, [id, tries, answer, backOffSeconds(tries, FIRST_WAIT_SECONDS)]);
  }

  private async note(statement: string, values: unknown[]): Promise<void> {
    await this.database.query(statement, values);
  }
}
