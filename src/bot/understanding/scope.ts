import { fold } from '../../platform/search/index.js';

/** Names of companies with help of their own: what one asks of them we do not know. */
const ELSEWHERE =
  /淘宝|天猫|拼多多|抖音|快手|小红书|京东|微信支付|支付宝|花呗|美团|饿了么|12306|滴滴|闲鱼|唯品会|顺丰|中通|圆通|高德|(?:工商|建设|农业|中国|交通|招商)银行(?:信用卡|客服)|医保|苹果手机|\b(?:amazon|shopify|tiktok|paypal|ebay|uber|youtube|taobao|netflix|wifi|etsy|walmart|instagram|facebook|twitter)\b/;
/** To be done, or looked up, for this one customer: no article does that. */
const OWN_CASE =
  /^(?:请|麻烦)?(?:帮我|给我)(?:把|查|看看|看一下|改|删|下架|开通|取消|加|换|申请)|帮我(?:把|查|看看|下架|改|删)|把我|(?:上次|上回|之前)(?:说|答应|讲)|你们(?:小[一-龥]|上次|答应)|我(?:昨天|上周|这个月|现在)[^,，。]{0,6}(?:卖|播|赚|涨|多少|第几)|\bfor me\b|^(?:please )?(?:cancel|change|delete|add|remove) (?:my|the|this|order)\b|\border (?:no\.? ?|number )?#?\d{4,}/;

/** The company of which a text speaks beside us; undefined when of none. */
export const elsewhere = (text: string): string | undefined => ELSEWHERE.exec(fold(text))?.[0];

export const isOwnCase = (text: string): boolean => OWN_CASE.test(fold(text));
