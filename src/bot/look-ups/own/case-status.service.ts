import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config.js';
import type { Card, CustomerTicketView, Locale } from '../../../contract/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { CustomerTickets, type OwnCase, STATUS_WORDS } from '../../../tickets/index.js';
import { marketTime } from '../../market-time.js';
import type { LookUpAnswer, LookUpContext, OwnLookUp, Reader } from '../look-up.js';
import { caseNumberIn } from './case-number.js';
import { CASE_TEXTS } from './case-texts.js';

const NAMED = 5;

const ASKS = [
  /工单.{0,8}(到哪|进度|进展|状态|怎么样|处理了吗|处理完|处理好|结果|多久|哪里看|在哪|查)/,
  /(查|看)(一?下)?(我的?|那个|之前的?|上次的?)?(工单|进度|进展|处理进度|处理结果)/,
  /(我|之前|上次|昨天|前天|刚才|刚刚).{0,6}(反馈|反映|提交|投诉|申诉|报|提|问)(过|了)?的?(问题|情况|申诉|工单|事情|事儿|事)?.{0,8}(进度|进展|到哪一?步|有(没有)?结果|处理得?怎么样|处理完|处理好|怎么样了)/,
  /\b(status|progress|update)\b.{0,20}\b(of|on|for|about)\b.{0,12}\b(my|the|this)\b.{0,6}\b(case|ticket|request|issue|report)\b/,
  /\b(my|this) (case|ticket|request)('s)? (status|progress)\b|\b(case|ticket) status\b/,
  /\bwhere (is|are|does) my (case|ticket|request)s?\b|\b(any|is there) (update|news|progress) on my\b/,
];

/** Status of my case: what is due next, what was promised, and the link. Only ever the cases of who asks. */
@Injectable()
export class CaseStatus implements OwnLookUp {
  readonly key = 'ticket_status';

  constructor(
    private readonly cases: CustomerTickets,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  asks(said: string): boolean {
    return caseNumberIn(said) !== undefined || ASKS.some((pattern) => pattern.test(said));
  }

  inputIn(said: string): string | undefined {
    return caseNumberIn(said, true);
  }

  async answer({ customerId, locale }: LookUpContext, input: string | undefined, on: Reader): Promise<LookUpAnswer> {
    const number = input && caseNumberIn(input.toLowerCase(), true);
    const cases = await this.cases.ofCustomer({ customerId }, { limit: NAMED + 1, number }, on);
    const texts = CASE_TEXTS[locale];
    const [first, ...others] = cases;
    if (!first)
      return {
        words: number ? texts.notYours : texts.none,
        lookedUp: { lookUp: this.key, outcome: 'not_found' },
      };
    const named = others
      .slice(0, NAMED)
      .map(({ ticket }) => texts.named(ticket.number, statusOf(ticket, locale).label));
    const words = [
      texts.standing(first.ticket.number, statusOf(first.ticket, locale).sentence),
      this.next(first.ticket, locale),
      ...(named.length > 0 ? [texts.others(named)] : []),
    ].filter((part) => part !== '');
    return {
      words: words.join(locale === 'zh-CN' ? '' : ' '),
      lookedUp: { lookUp: this.key, outcome: 'found', card: this.card(first, locale) },
    };
  }

  /** What its customer may count on, in the order in which it concerns them. */
  private next(
    { status, paused, promisedAt, nextDueAt, dueInWorkingHours }: CustomerTicketView,
    locale: Locale,
  ): string {
    const texts = CASE_TEXTS[locale];
    if (status === 'pending') return texts.answerUs;
    if (status === 'resolved') return texts.confirm;
    const at = promisedAt ?? nextDueAt;
    if (at && new Date(at) < this.clock.now()) return texts.late;
    if (promisedAt) return texts.promised(marketTime(new Date(promisedAt), locale));
    if (paused) return texts.paused;
    if (nextDueAt) return texts.due(marketTime(new Date(nextDueAt), locale), dueInWorkingHours ?? false);
    return '';
  }

  private card({ ticket, about, openedAt }: OwnCase, locale: Locale): Card {
    const texts = CASE_TEXTS[locale].card;
    const { number, agentName, promisedAt, promiseBasis, nextDueAt } = ticket;
    const field = (label: string, value: string | undefined | null) => (value ? [{ label, value }] : []);
    const time = (at: string | undefined) => at && marketTime(new Date(at), locale);
    return {
      kind: 'case',
      id: number,
      title: `${texts.title} ${number}`,
      status: statusOf(ticket, locale).label,
      fields: [
        ...field(texts.about, about?.replace(/\s+/g, ' ')),
        ...field(texts.opened, marketTime(openedAt, locale)),
        ...field(texts.agent, agentName),
        ...field(texts.promised, time(promisedAt)),
        ...field(texts.basis, promiseBasis),
        ...field(texts.due, promisedAt ? undefined : time(nextDueAt)),
      ],
      url: `${this.config.publicUrl}${ticket.statusUrl}&locale=${locale}`,
    };
  }
}

const statusOf = ({ status }: CustomerTicketView, locale: Locale) => STATUS_WORDS[locale][status];
