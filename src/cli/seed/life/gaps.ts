import type { FormFieldView, Locale } from '../../../contract/index.js';
import type { Placeholder } from '../../demo-content/index.js';
import type { Dice } from './dice.js';
import { DAY, HOUR, shanghaiDay } from './rhythm.js';
import type { Person } from './story.js';

/** What one story's texts leave open, and the same facts as a form wants them. */
export interface Gaps {
  texts: Record<Placeholder, string>;
  /** Without separators. */
  amount: string;
  /** ISO, in Shanghai. */
  day: string;
  locale: Locale;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** @param near the time of the story */
export function gapsOf(
  dice: Dice,
  { locale, shop }: Pick<Person, 'locale'> & { shop: { name: string } | null },
  near: Date,
): Gaps {
  const day = shanghaiDay(new Date(near.getTime() - dice.between(0, 2) * DAY));
  const compact = day.replaceAll('-', '');
  const [, month = '1', date = '1'] = day.split('-').map((part) => String(Number(part)));
  const yuan = dice.between(39, 9_800) + dice.between(0, 99) / 100;
  const order = `${compact}${dice.digits(8)}`;
  const phoneTail = dice.digits(4);
  return {
    amount: yuan.toFixed(2),
    day,
    locale,
    texts: {
      orderId: `P${order}`,
      settlementId: `S${order}`,
      withdrawalId: `W${compact}${dice.digits(6)}`,
      penaltyId: `CF${compact.slice(2)}${dice.digits(4)}`,
      violationId: `WG${compact.slice(2)}${dice.digits(4)}`,
      campaignId: `AD${dice.digits(8)}`,
      liveRoom: `LR${dice.digits(7)}`,
      videoId: `V${dice.digits(10)}`,
      amount: yuan.toLocaleString('en-US', { minimumFractionDigits: 2 }),
      date: locale === 'en' ? `${date} ${MONTHS[Number(month) - 1]}` : `${month} 月 ${date} 日`,
      time: new Date(near.getTime() - dice.between(1, 9) * HOUR).toISOString().slice(11, 16),
      shop: shop?.name ?? (locale === 'en' ? 'my shop' : '我的店铺'),
      loginAccount: `1${dice.pick(['38', '39', '50', '86'])}****${phoneTail}`,
      phoneTail,
      bankTail: dice.digits(4),
    },
  };
}

/** Form fields that ask for what a story has a name for. */
const FIELDS: Record<string, Placeholder> = {
  order_number: 'orderId',
  withdrawal_number: 'withdrawalId',
  settlement_number: 'settlementId',
  penalty_number: 'penaltyId',
  violation_number: 'violationId',
  campaign: 'campaignId',
  live_room: 'liveRoom',
  login_account: 'loginAccount',
  phone_last_four: 'phoneTail',
};

/** As an agent fills the form in: what is required always, the rest mostly; what hangs on another answer is left. */
export function formOf(fields: readonly FormFieldView[], gaps: Gaps, dice: Dice): Record<string, string> {
  const filled = fields.flatMap((field): [string, string][] => {
    if (field.showWhen || (!field.requiredAt && dice.chance(0.3))) return [];
    const value = valueFor(field, gaps, dice);
    return value === undefined ? [] : [[field.key, value]];
  });
  return Object.fromEntries(filled);
}

function valueFor({ key, type, options, requiredAt }: FormFieldView, gaps: Gaps, dice: Dice): string | undefined {
  const name = FIELDS[key];
  if (name) return gaps.texts[name];
  if (type === 'number' || type === 'money') return gaps.amount;
  if (type === 'date') return gaps.day;
  if (type === 'select') return options && dice.pick(options).value;
  return requiredAt ? `https://shop.glimmer.example/item/${dice.digits(9)}` : undefined;
}
