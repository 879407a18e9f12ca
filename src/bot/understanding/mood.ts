/**
 * Signs in what is said, each tried on one clause with everything bounded. A merchant who asks how to report a scammer, or what a
 * withdrawal of ¥5,000 costs, is calm: a sign is a word with its context, never a word alone.
 */
const matches = (patterns: readonly RegExp[], clause: string): boolean =>
  patterns.some((pattern) => pattern.test(clause));

const ANGER: readonly RegExp[] = [
  /垃圾(?!袋|桶|分类|邮件|短信|处理|箱)|太坑|真坑|坑爹|坑死|坑人|烦死|恶心(?!反胃|呕吐|的药)|智障|脑残|有病吧|神经病|无语|真是?服了|太?离谱|受够|欺负(?:人|我|商家)|太过分|好意思|要脸|不要脸|黑心|无良|无耻|忽悠|糊弄|敷衍|耍我|当我傻|废物|差劲|服务太差|太差了|什么态度/u,
  /气死(?:我|人)了?(?!会|算|违规|"|”|哈)|气炸|火大|真?的?很生气|(?:我|真|太|好|非常)生气|愤怒|忍不了|忍无可忍/u,
  /(?:他|你|特|尼)(?:妈|娘|吗|玛|大爷)(?:的|逼|了|$)|妈的|tmd|\bnmd\b|\bcnm\b|卧槽|我靠|草泥马|傻[逼比叉b]|\bsb\b|狗屁|^操$|^操[^作盘控守场]|吃屎|去死|王八蛋|混蛋|畜生/u,
  /^滚$|^(?:你|都|给我|快|赶紧)滚|滚(?:蛋|开|出去|一边)/u,
  /搞什么(?:鬼|名堂)|干点人事|(?:什么|这)破(?:系统|平台|软件|玩意|服务|app|网)|管不管了?|再也不(?:用|来|做)|就这么对(?:待)?商家|凭什么(?!不能|要)|还(?:有|要)没有?(?:王法|天理)|问了?[三四五六七八九十几n]+遍|说了?[几三四五六好多]+遍|天天出问题|有完没完|什么玩意/u,
  /\b(?:ridiculous|useless|worst|pissed|wtf|bullshit|sucks?|unacceptable|furious|idiots?|morons?|pathetic|disgusting|outrageous|infuriating|incompetent|garbage|crappy?|shitty?|liars?|thieves|appalling|livid)\b(?! category| bags?)/,
  /\bf+u+c+k|\bwhat (?:the|a) (?:hell|heck|joke|shame)|\b(?:terrible|horrible|awful|poor|lousy|shit) (?:service|support|platform|experience|company)|\bfed up\b|\bkidding me\b|\bsick (?:and tired )?of\b|\bhad enough\b|\brip ?off\b|\bso (?:angry|mad|annoyed|frustrated)\b|\bi'?m (?:angry|mad|annoyed|very angry|really angry)\b|\bwaste of (?:time|money)|\bworst\b|\bscrew you\b|\bgo to hell\b/,
];

const THREAT: readonly RegExp[] = [
  /投诉(?:你们|贵司|平台|客服|到底)|^(?:我|我就|我们|必须|一定)?(?:要|会|去|得)?投诉(?:了|到底)?$|(?:我要|去|打|等着|再不)[^,]{0,8}(?:12315|12345|消协|工商局?|市监局?|市场监管|网信办)|12315[^,]{0,6}(?:投诉|举报|你们|见)|工商局?见|法院见|法庭见/u,
  /(?:我要|我会|去|要去|准备|已经|等着|只能|找|打算)[^,]{0,10}(?:起诉(?!书)|告你们|报警(?!回执)|找律师|律师函(?!怎)|上法院|曝光|上微博|上热搜|维权|打官司|找媒体|找记者|举报你们)|告死?你们|起诉你们|举报你们|曝光(?:你们|平台)|媒体曝光/u,
  /骗子(?:平台|公司|网站)|(?:你们|平台|就是|一群|一帮|全是)[^,]{0,6}(?:骗子|诈骗|骗钱|骗人|强盗|抢钱)(?!怎么|举报)|骗钱的|(?:黑心|无良|坑人|诈骗)(?:平台|公司)/u,
  /\b(?:sue|suing)\b(?! chef)|\b(?:my|our|a|an|to) (?:lawyer|attorney|solicitor)s?\b|\blegal action\b|\bsee you in court\b|\btake (?:you|this) to court\b|\bcall(?:ing)? the (?:police|cops)\b/,
  /\breport (?:you|this platform|your (?:platform|company))\b|\bexpose you\b|\bpost (?:this|it|about (?:this|you))?[^,]{0,10}\b(?:all over|on (?:twitter|x|weibo|social|reddit))\b|\byou(?:'re| are)? (?:all )?(?:a bunch of )?(?:scammers?|thieves|crooks|frauds?)\b|\bthis is (?:a )?(?:fraud|theft|scam)\b|\bconsumer (?:protection|rights|association)\b|\b(?:bbb|12315)\b/,
];

const HARM: readonly RegExp[] = [
  /不想活|活不下去|活着(?:也)?没(?:什么|啥|有)?(?:意思|意义|劲)|(?:我|真的?|好|都)?想死(?!你|我|了?主播)(?:的心)?|自杀(?!式|防治|预防|率|干预|式降价)|跳楼(?!价|机|大|甩|清|式)|从?楼上跳|跳下去|割腕|上吊|轻生|逼死(?:我|人)|死给你们?看|(?:了结|结束)(?:自己|生命|这一生)|喝农药/u,
  /\bkill(?:ing)? my ?self\b|\bsuicid(?:e|al)\b(?! prevention| hotline| squad| awareness)|\bend (?:it all|my life|it)\b|\bwant to die\b|\b(?:don'?t|dont|do not) want to (?:live|be alive)\b|\bcan'?t go on\b|\bhurt myself\b|\bself[- ]harm\b|\bjump off (?:a|the)\b|\bno reason to live\b/,
];

/** From here on an amount is one to be lost over. In the currency that stands there; none is converted. */
const MUCH = 1_000;
const UNITS: Record<string, number> = {
  百: 100,
  千: 1_000,
  万: 10_000,
  亿: 100_000_000,
  k: 1_000,
  w: 10_000,
  m: 1_000_000,
};
const DIGITS = '零一二三四五六七八九';
const AMOUNTS = /([¥￥$€£]?)\s?(\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,2})?\s?([千万亿百kwm](?![a-z]))?/gu;
const CHINESE_AMOUNTS = /([一二两三四五六七八九十几数]{1,3})([百千万亿])(?!分)/gu;

const LOSS: readonly RegExp[] = [
  /没了|不见|消失|少了|被(?:人)?(?:转|提|刷|盗|骗|偷|扣(?!分)|冻|吞|误扣)|转走|提走|盗刷|损失|误扣|多扣|欠(?:我|我们|着)|骗走|骗了|追回|拦截|没给(?!.*几天)|不给|还给我|还我|压着|压了|急用|冻结|冻住|扣着|扣了|扣住|亏了|打水漂|赔了/u,
  /\b(?:lost|losing|missing|gone|stolen|stole|withheld|withholding|owes?|owed|frozen|froze|stuck|withdrew|taken|took|scammed|cheated|disappeared|vanished|robbed|unpaid|deducted|seized)\b/,
];
const LOSS_ALONE: readonly RegExp[] = [
  /(?:我的?|账户里?的?|卡里的?|里面的?)?(?:钱|余额|货款|资金|存款|收入)(?:全|都|突然|一下|也)?(?:不见|没了|消失|被(?:盗|转|偷|提|刷|骗))|被?盗刷|血汗钱|救命钱|要?破产|发不出工资|等着(?:这|这笔)?(?:钱)?(?:吃饭|救命|还债)|倾家荡产|走投无路/u,
  /\b(?:my|our|all my|all our|the) (?:\w{3,10} )?(?:money|savings|balance|funds|earnings)(?: in \w{2,10})? (?:is|are|has|have|was|were|just)? ?(?:all )?(?:been )?(?:gone|missing|stolen|disappeared|vanished|stuck|drained)\b|\bgo(?:ing)? bankrupt\b|\bstole (?:all )?(?:my|our) money\b|\blife savings\b|\ball my savings\b/,
];

/** 0 without any. */
function largestAmount(clause: string): number {
  let largest = 0;
  for (const [, , digits = '', unit = ''] of clause.matchAll(AMOUNTS))
    largest = Math.max(largest, Number(digits.replaceAll(',', '')) * (UNITS[unit] ?? 1));
  for (const [, digits = '', unit = ''] of clause.matchAll(CHINESE_AMOUNTS)) {
    const said = digits.startsWith('十') ? 10 : Math.max(1, DIGITS.indexOf(digits.replace('两', '二')[0] ?? ''));
    largest = Math.max(largest, said * (UNITS[unit] ?? 1));
  }
  return largest;
}

export const isAngry = (clause: string): boolean => matches(ANGER, clause);
export const isThreat = (clause: string): boolean => matches(THREAT, clause);
/** To themselves: whoever says so gets a person at once, whatever the settings. */
export const isInDanger = (clause: string): boolean => matches(HARM, clause);

/** A loss that is named, with an amount of 1,000 and more in the same message; or all that somebody has. */
export function isMoneyAtStake(clauses: readonly string[]): boolean {
  if (clauses.some((clause) => matches(LOSS_ALONE, clause))) return true;
  return clauses.some((clause, index) => {
    if (!matches(LOSS, clause)) return false;
    const around = clauses.slice(Math.max(0, index - 1), index + 2);
    return around.some((each) => largestAmount(each) >= MUCH);
  });
}
