import { Injectable } from '@nestjs/common';
import type { Locale } from '../../../contract/index.js';
import { Sites } from '../../../people/index.js';
import { DeskStates } from '../../../routing/index.js';
import { marketTime } from '../../market-time.js';
import type { LookUpAnswer, LookUpContext, OwnLookUp } from '../look-up.js';

const ASKS = [
  /(客服|人工|你们).{0,6}(几点|什么时候|啥时候|何时|多久).{0,4}(上班|下班|在线|有人|开始|休息|结束)/,
  /(几点|什么时候|啥时候|何时)(能|会|才)?有?(人工|客服)?(上班|下班|在线)|(几点|什么时候|啥时候|何时)(能|会|才)?有(人工|客服|人)/,
  /(客服|人工|服务|上班|在线|工作|接待).{0,2}(时间|时段)(是|到|为)?(多少|什么|几点|哪|吗|呢|[?？]|$)/,
  /(现在|今天|周末|周六|周日|星期天|晚上|夜里|凌晨|半夜|节假日|国庆|春节|过年).{0,6}(有|还有|有没有)(人|客服|人工)(在|上班|值班|接待|服务)?(吗|不|没|么|[?？]|$)/,
  /(客服|人工|你们).{0,4}(周末|周六|周日|节假日|晚上|夜里|24 ?小时|全天).{0,6}(上班|在线|在|服务|休息)?(吗|不|么|[?？])/,
  /\b(opening|office|business|working|service|support|desk) hours\b/,
  /\b(when|what time|what hours).{0,24}\b(you|support|desk|agents?|someone|somebody|people)\b.{0,16}\b(open|close|available|online|back|work)\b/,
  /\bare (you|agents|people) (open|closed|online|available)\b|\b(open|available|anyone|anybody) (24\/7|on (weekends|sundays?|saturdays?|holidays)|at night)\b/,
];
/** Of their own shop they ask something else. */
const NOT_OURS = /店铺|门店|小店|商家|商品|直播|快递|银行|设置|修改|改成|\bmy (shop|store)\b|\b(change|set|edit)\b/;

/** Whether somebody works now, until when, and when again. */
@Injectable()
export class OpeningHoursLookUp implements OwnLookUp {
  readonly key = 'opening_hours';

  constructor(
    private readonly desks: DeskStates,
    private readonly sites: Sites,
  ) {}

  asks(said: string): boolean {
    return !NOT_OURS.test(said) && ASKS.some((pattern) => pattern.test(said));
  }

  async answer({ siteId, locale }: LookUpContext): Promise<LookUpAnswer> {
    const [{ state, opensAt, closesAt }, site] = await Promise.all([this.desks.current(), this.sites.byId(siteId)]);
    const texts = TEXTS[locale];
    const time = (at: Date | undefined) => at && marketTime(at, locale);
    const words = [
      state === 'closed' ? texts.closed(time(opensAt)) : texts.open(time(closesAt)),
      ...(site?.hours[locale] ? [texts.hours(site.hours[locale])] : []),
      ...(site?.phone ? [texts.phone(site.phone)] : []),
      // Around the clock there is no other time.
      ...(state === 'closed' || closesAt ? [texts.bot] : []),
    ];
    return { words: words.join(locale === 'zh-CN' ? '' : ' '), lookedUp: { lookUp: this.key, outcome: 'found' } };
  }
}

const zhCN = {
  open: (until?: string) => `现在是人工服务时间${until ? `，到 ${until} 为止` : ''}。`,
  closed: (from?: string) => `现在是非人工服务时间${from ? `，${from} 恢复` : ''}。`,
  hours: (hours: string) => `服务时间：${hours.replace(/[。.]$/, '')}。`,
  phone: (phone: string) => `电话：${phone}。`,
  bot: '其他时间也可以在这里提问或转人工留言，上班后按顺序答复。',
};

const en: typeof zhCN = {
  open: (until) => `Our people are on duty now${until ? `, until ${until}` : ''}.`,
  closed: (from) => `Nobody is on duty now${from ? `; we are back on ${from}` : ''}.`,
  hours: (hours) => `Hours: ${hours.replace(/[。.]$/, '')}.`,
  phone: (phone) => `Telephone: ${phone}.`,
  bot: 'At any other time you can ask here or leave a message for a person: it is answered in order.',
};

const TEXTS: Record<Locale, typeof zhCN> = { 'zh-CN': zhCN, en };
