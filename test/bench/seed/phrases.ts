/** What people write in such a desk: common words come everywhere, others hardly ever. */
const MATTERS =
  '货款 提现 退款 订单 直播 店铺 账号 保证金 佣金 违规 封禁 申诉 发票 结算 运费 优惠券 商品 链接 粉丝 视频 授权 实名 登录 密码 手机 短信 银行卡 对账 税务 审核 橱窗 带货 推流 回放 弹幕 连麦 样品 品牌 类目 资质'.split(
    ' ',
  );
const FATES =
  '没有到账 一直失败 还在审核 被驳回了 显示异常 找不到了 重复扣款 超过三天 没有回复 打不开 不能修改 突然消失 金额不对 延迟很久 被限制了 提示错误 需要更换 想要取消 怎么开通 如何办理'.split(
    ' ',
  );
const MANNERS =
  '请帮忙看一下 麻烦尽快处理 谢谢 昨天开始的 今天早上发现 已经试过很多次 截图在上面 客户一直在催 比较着急 之前也遇到过 换了手机也一样 同事那边正常 不知道什么原因 是不是系统问题 什么时候能好'.split(
    ' ',
  );
const REPLIES =
  '您好，已经收到您的问题 我们正在核实 请提供一下截图 预计今天内有结果 已经转给专员处理 麻烦您再试一次 款项已经重新发起 这边为您登记了 请留意短信通知 感谢您的耐心等待'.split(
    ' ',
  );
const RARE = [...'竹梅兰菊松柏桃李杏梨荷莲桂枫柳榆槐桑麻棉丝绸缎锦绣珠玉翠珊瑚琥珀玛瑙瓷陶漆墨砚笺毫帛'];

/** Words of two characters that are searched for, from everywhere to hardly anywhere. */
export const SOUGHT = [
  ...MATTERS,
  '到账',
  '失败',
  '驳回',
  '截图',
  '短信',
  '专员',
  '核实',
  '同事',
  '扣款',
  '限制',
  '桃李',
  '竹梅',
  '琥珀',
];

/** The share of what is picked falls as that of words does in any language. @param dice from 0 up to 1 */
const skewed = <Word>(words: readonly Word[], dice: () => number): Word =>
  words[Math.floor(dice() ** 3 * words.length)] as Word;

/** So many different messages; the same each time. */
export function phrases(count: number): string[] {
  const dice = diceOf(20_261_121);
  return Array.from({ length: count }, (_, n) => {
    if (n % 5 === 2) return `${skewed(REPLIES, dice)}，${skewed(REPLIES, dice)}。`;
    const goods = dice() < 0.3 ? `，商品是${skewed(RARE, dice)}${skewed(RARE, dice)}款` : '';
    return `${skewed(MATTERS, dice)}${skewed(FATES, dice)}，${skewed(MANNERS, dice)}${goods}`;
  });
}

/** Mulberry32. */
function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
