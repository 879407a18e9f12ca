import { Injectable } from '@nestjs/common';
import type { ChannelKind } from '../../contract/index.js';
import { Clock } from '../../platform/clock/index.js';
import { SafeFetch } from '../../platform/fetch/index.js';
import { SealBroken, Sealing } from '../../platform/sealing/index.js';
import { type ChannelMessage, requestOf } from './signing.js';
import { type Verdict, verdictOf, verdictOfRefusal } from './verdict.js';

export interface SealedChannel {
  channelId: string;
  kind: ChannelKind;
  address: Buffer;
  secret: Buffer | null;
}

/** Speaks to robots and providers. */
@Injectable()
export class ChannelWire {
  constructor(
    private readonly safeFetch: SafeFetch,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Says it once. Never throws for what the other side does. */
  async tell(channel: SealedChannel, message: ChannelMessage): Promise<Verdict> {
    const opened = this.open(channel);
    if (!opened) return { outcome: 'final', answer: 'sealed with another SECRET_KEY: give address and secret again' };
    const { url, body, headers } = requestOf(opened, message, this.clock.now());
    try {
      return verdictOf(channel.kind, await this.safeFetch.post(url, body, headers));
    } catch (error) {
      return verdictOfRefusal(error);
    }
  }

  seal(channelId: string, part: 'address' | 'secret', value: string): Buffer {
    return this.sealing.seal(placeOf(channelId, part), value);
  }

  private open({ channelId, kind, address, secret }: SealedChannel) {
    try {
      const url = this.sealing.unseal(placeOf(channelId, 'address'), address);
      return { kind, url, secret: secret ? this.sealing.unseal(placeOf(channelId, 'secret'), secret) : undefined };
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      return undefined;
    }
  }
}

const placeOf = (channelId: string, part: string) => `notice_channels ${channelId} ${part}`;
