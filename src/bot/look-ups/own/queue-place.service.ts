import { Injectable } from '@nestjs/common';
import type { Locale, QueuePlaceView } from '../../../contract/index.js';
import { DeskStates, Queue } from '../../../routing/index.js';
import { CustomerTickets } from '../../../tickets/index.js';
import { marketTime } from '../../market-time.js';
import type { LookUpAnswer, LookUpContext, OwnLookUp, Reader } from '../look-up.js';
import { placeWords, waitWords } from './wait-words.js';

const CASES = 5;

const ASKS = [
  /(排队|排号|排位|队列).{0,8}(第?几|多少|多久|情况|位置|进度|到哪|人)|排到(第?几|哪|我)|(前面|前边|前头)(还)?(有|排)(着|了)?(多少|几)|(什么时候|多久|啥时候)(才)?(能)?轮到我|轮到我(了)?(吗|没)/,
  /(还)?(要|得|需要)(再)?(等|排)(多久|多长时间|多少时间|几分钟)/,
  /\b(place|position|number|spot) in (the |your )?(queue|line)\b|\b(queue|line) (position|place|length|time)\b/,
  /\bhow (long|many).{0,24}\b(queue|in line|ahead of me|before me|wait(ing)? for (a|an|the) (person|agent|human))\b|\bwait(ing)? time\b/,
];

/** Where the customer stands; or where they would, if they asked for a person now. */
@Injectable()
export class QueuePlaceLookUp implements OwnLookUp {
  readonly key = 'queue_place';

  constructor(
    private readonly cases: CustomerTickets,
    private readonly queue: Queue,
    private readonly desks: DeskStates,
  ) {}

  asks(said: string): boolean {
    return ASKS.some((pattern) => pattern.test(said));
  }

  async answer({ customerId, locale }: LookUpContext, _input: undefined, on: Reader): Promise<LookUpAnswer> {
    const cases = await this.cases.ofCustomer({ customerId }, { limit: CASES }, on);
    const [places, desk] = await Promise.all([
      this.queue.placesOf(cases.map(({ conversationId }) => conversationId)),
      this.desks.current(),
    ]);
    const opensAt = desk.state === 'closed' ? desk.opensAt : undefined;
    const waiting = cases.flatMap(({ conversationId, ticket }) => {
      const place = places.get(conversationId);
      return place && !ticket.agentName ? [{ number: ticket.number, place }] : [];
    });
    const lines = waiting.map(({ number, place }) => TEXTS[locale].stands(number, placeWords(place, locale)));
    const [first] = waiting;
    const words = first
      ? [...lines, this.wait(first.place, desk.state === 'closed', opensAt, locale)]
      : [TEXTS[locale].none, await this.newcomer(desk.state === 'closed', opensAt, locale)];
    return {
      words: words.filter((part) => part !== '').join(locale === 'zh-CN' ? '' : ' '),
      lookedUp: { lookUp: this.key, outcome: first ? 'found' : 'not_found' },
    };
  }

  private async newcomer(isClosed: boolean, opensAt: Date | undefined, locale: Locale): Promise<string> {
    const place = await this.queue.newcomer();
    if (!place || isClosed || !place.staffed) return this.wait(place, isClosed, opensAt, locale);
    return TEXTS[locale].wouldStand(placeWords(place, locale)) + this.wait(place, isClosed, opensAt, locale);
  }

  /** Nothing that nobody can know: no wait is named while nobody is there. */
  private wait(
    place: QueuePlaceView | undefined,
    isClosed: boolean,
    opensAt: Date | undefined,
    locale: Locale,
  ): string {
    const texts = TEXTS[locale];
    if (isClosed) return texts.closed(opensAt && marketTime(opensAt, locale));
    if (!place?.staffed) return texts.nobody;
    return place.expectedWait ? texts.wait(waitWords(place.expectedWait, locale)) : texts.unknown;
  }
}

const zhCN = {
  stands: (number: string, place: string) => `工单 ${number} 现在排在${place}。`,
  none: '您现在没有在排队。',
  wouldStand: (place: string) => `如果现在转人工，会排在${place}。`,
  wait: (words: string) => `预计等待${words}。`,
  unknown: '等待时间暂时估不准。',
  nobody: '客服暂时都不在线，有人上线会按顺序处理。',
  closed: (when?: string) =>
    when
      ? `现在是非服务时间，${when} 恢复人工服务；您的问题会按顺序答复。`
      : '现在是非服务时间；您的问题会按顺序答复。',
};

const en: typeof zhCN = {
  stands: (number, place) => `Case ${number} is ${place} in line.`,
  none: 'You are not waiting in line.',
  wouldStand: (place) => `If you asked for a person now, you would be ${place} in line. `,
  wait: (words) => `The wait is ${words}.`,
  unknown: 'How long it takes cannot be told yet.',
  nobody: 'Nobody is online right now; the first one back goes on in order.',
  closed: (when) =>
    when
      ? `Nobody is on duty now; we are back on ${when}. Questions are answered in order.`
      : 'Nobody is on duty now. Questions are answered in order.',
};

const TEXTS: Record<Locale, typeof zhCN> = { 'zh-CN': zhCN, en };
