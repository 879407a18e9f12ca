import type { Redaction } from '../../../contract/index.js';
import { isLuhn } from '../../../platform/personal-data/index.js';
import { isTicketNumber, TICKET_NUMBER } from '../mask-query.js';

interface Pattern {
  kind: Redaction;
  /** Every part of it is bounded, so that no text takes long. The group, where there is one, is what goes. */
  expression: RegExp;
  when?: (found: string, before: string) => boolean;
}

const SPOKEN = '[零〇一二三四五六七八九幺两洞拐勾壹贰叁肆伍陆柒捌玖貳參]';
const GAP = '[ \\-\\p{Cf}]?';
const ORDER =
  /(?:订单|单号|order|payout|流水)[^\p{Letter}\p{Number}]{0,8}(?:号|no|number|id)?[^\p{Letter}\p{Number}]{0,4}$/iu;
const TIME =
  '(?:[ T,]{0,2}(?:凌晨|早上|上午|中午|下午|晚上|at )?\\s?\\d{1,2}(?:[:点]\\d{1,2}(?:[:分]\\d{2})?|点)(?:分|半)?)?';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}';

/** What looks like somebody's, whoever they are. Of two that overlap the earlier says what it is. */
export const PATTERNS: readonly Pattern[] = [
  { kind: 'email', expression: /[\w.+-]{1,64} ?@ ?[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}/gu },
  {
    kind: 'link',
    expression: /(?:https?:\/\/|www\.)[^\s<>"'()【】「」，。；！？]{1,500}/giu,
    when: (found) => !isPlainLink(found),
  },
  {
    kind: 'link',
    expression: /(?<![\w@./-])(?:[a-z\d-]{1,40}\.){1,4}[a-z]{2,12}\/[^\s<>"'()【】「」，。；！？]{1,500}/giu,
    when: (found) => !isPlainLink(`https://${found}`),
  },
  { kind: 'ticket', expression: TICKET_NUMBER, when: isTicketNumber },
  {
    kind: 'identity',
    expression: /(?<!\d)\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\d)/gu,
  },
  {
    kind: 'card',
    expression: new RegExp(`(?<!\\d)\\d(?:${GAP}\\d){14,18}(?!\\d)`, 'gu'),
    when: (found, before) => !ORDER.test(before) && (/[卡card]\D{0,12}$/iu.test(before) || isLuhn(found)),
  },
  { kind: 'phone', expression: new RegExp(`(?<!\\d)(?:\\+?86${GAP})?1[3-9](?:${GAP}\\d){9}(?!\\d)`, 'gu') },
  { kind: 'phone', expression: /\+\d{1,3}(?:[ \-.()]{0,2}\d){6,13}/gu },
  { kind: 'phone', expression: /(?<!\d)0\d{2,3}[ -]\d{7,8}(?!\d)/gu },
  { kind: 'phone', expression: /\d{2,6}\*{2,12}\d{2,4}/gu },
  {
    kind: 'contact',
    expression:
      /(?:加 ?v|➕ ?v|微信|wechat|weixin|vx|v信|qq|telegram|whatsapp|抖音号|快手号|淘宝id)(?:号|id)?\s{0,3}(?:is|是)?[\s:]{0,3}([a-z0-9][\w-]{4,40})/giu,
  },
  { kind: 'contact', expression: /(?:t|wa|telegram)\.me\/([\w+]{3,60})/giu },
  {
    kind: 'number',
    expression:
      /(?:尾号|尾数|[末后最]{1,2} ?[四4] ?位|ending (?:in|with)|last (?:four|4)(?: digits)?)[^\d\n]{0,6}(\d{3,6})/giu,
  },
  {
    kind: 'number',
    expression:
      /(?:密码|口令|验证码|校验码|passcode|password|verification code)[^\p{Letter}\p{Number}\n]{0,3}(?:是|为|is)?[ :]{0,3}([A-Za-z\d][\w!@#$%^&*.-]{3,39})/giu,
    when: (found) => /\d/.test(found),
  },
  // Spelled out, as one says a number over the phone.
  {
    kind: 'number',
    expression: new RegExp(`${SPOKEN}(?:[ -]{0,2}${SPOKEN}){6,40}`, 'gu'),
  },
  {
    kind: 'address',
    expression:
      /(?:(?![是在到于址])\p{Script=Han}){2,16}(?:路|街|大道|巷|弄)\s?\d{1,5}\s?号?(?:[\p{Script=Han}\d#-]{0,20}(?:室|楼|单元|栋|座|层))?/gu,
  },
  {
    kind: 'address',
    expression: /(?:(?![是在到于址])\p{Script=Han}){2,12}\d{1,4} ?(?:栋|幢|号楼)[\p{Script=Han}\d#-]{0,20}/gu,
  },
  { kind: 'date', expression: new RegExp(`20\\d{2} ?[-/.年] ?\\d{1,2} ?[-/.月] ?\\d{1,2}(?:日|号)?${TIME}`, 'giu') },
  { kind: 'date', expression: new RegExp(`\\d{1,2}月\\d{1,2}(?:日|号)?${TIME}`, 'gu') },
  { kind: 'date', expression: new RegExp(`\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? 20\\d{2})?${TIME}`, 'gu') },
  { kind: 'date', expression: new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?:,? 20\\d{2})?${TIME}`, 'gu') },
  {
    kind: 'amount',
    expression: /(?:[¥￥$€£]|RMB|CNY|USD|HKD)\s?\d[\d,]{0,15}(?:\.\d{1,4})?(?:\s?[万元])?/giu,
    when: isParticular,
  },
  {
    kind: 'amount',
    expression: /(?<![\d.])\d[\d,]{0,15}(?:\.\d{1,4})?\s?(?:万元|元|块|万块|yuan|dollars|rmb|usd)/giu,
    when: isParticular,
  },
  {
    kind: 'order',
    expression: new RegExp(`(?<![\\p{Letter}\\d])(?:[A-Za-z]{1,6}${GAP})?\\d(?:${GAP}\\d){4,39}(?!\\d)`, 'gu'),
    when: (_, before) => ORDER.test(before),
  },
  {
    kind: 'order',
    expression: /(?<![\p{Letter}\d])(?=[A-Za-z-]{0,10}\d)[A-Za-z\d][A-Za-z\d-]{4,39}/gu,
    when: (_, before) => ORDER.test(before),
  },
  { kind: 'number', expression: new RegExp(`\\d(?:${GAP}\\d){4,}[xX]?`, 'gu') },
  // Names of accounts, codes and tokens.
  {
    kind: 'number',
    expression: /(?<![A-Za-z\d])(?=[A-Za-z_-]{0,20}\d[A-Za-z_-]{0,20}\d[A-Za-z_-]{0,20}\d)[A-Za-z\d_-]{8,80}/gu,
  },
];

/** A page that everybody may open: nothing after the path, and in the path nothing that was made for one person. */
function isPlainLink(link: string): boolean {
  return /^(?:https?:\/\/|www\.)[\w.-]{1,100}(?::\d{2,5})?(?:\/[a-zA-Z][a-zA-Z_.-]{0,40})*\/?$/.test(link);
}

/** An amount that was somebody's; what rules speak of is round. */
function isParticular(amount: string): boolean {
  const [whole = '', part = ''] = amount.replaceAll(',', '').match(/\d+/g) ?? [];
  return Number(part) > 0 || (whole.length > 3 && !whole.endsWith('00')) || whole.length > 6;
}
