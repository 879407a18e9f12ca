import type { Nature } from '../../contract/index.js';

/** A trait that words may have, looked for in folded text. All expressions take linear time. */
export interface NatureFeature {
  /** Kept with corrections, so it never changes its meaning. */
  key: string;
  pattern: RegExp;
  /** What it speaks for, and how strongly; none: it only tells one matter from another. */
  says?: readonly [nature: Nature, weight: number];
}

const usage = (key: string, weight: number, pattern: RegExp): NatureFeature => ({
  key,
  pattern,
  says: ['usage', weight],
});
const fault = (key: string, weight: number, pattern: RegExp): NatureFeature => ({
  key,
  pattern,
  says: ['fault', weight],
});
const suggestion = (key: string, weight: number, pattern: RegExp): NatureFeature => ({
  key,
  pattern,
  says: ['suggestion', weight],
});
const about = (key: string, pattern: RegExp): NatureFeature => ({ key, pattern });

/** In both languages. What is broken outweighs the question in which it is told; a complaint outweighs both. */
export const NATURE_FEATURES: readonly NatureFeature[] = [
  usage('how', 2, /怎么|如何|怎样|咋样?|\bhow (?:do|can|to|should|would|does|long|much|many)\b/),
  usage('where', 2, /哪里|哪儿|在哪|哪个|什么地方|\bwhere (?:is|are|do|can|should)\b|\bwhich\b/),
  usage('when', 1.5, /什么时候|何时|几天|多久|多长时间|\bwhen (?:will|do|does|is|can)\b/),
  usage('how_much', 2, /多少|几个点|费率|\bwhat (?:is|are|does|do|fee|percentage)\b|什么意思|是什么|有什么/),
  usage(
    'may',
    1.5,
    /能不能|可不可以|可以.{0,12}吗|能.{0,12}吗|是否|\b(?:can|may|could) (?:i|we|my)\b|\bis it possible\b/,
  ),
  usage('needs', 1.5, /需要什么|要准备|什么条件|门槛|资质|材料|\bdo (?:i|we) (?:need|have to)\b|\brequirements?\b/),
  usage('steps', 1.5, /流程|步骤|教程|操作方法|使用方法|说明书|\b(?:guide|tutorial|steps?|instructions?)\b/),
  usage('asks', 1, /请问|咨询|了解一下|想知道|想问|\bwondering\b|\bquestion about\b|\bwant to know\b|\bexplain\b/),
  usage('rules', 1, /规则|标准|区别|政策|\bpolic(?:y|ies)\b|\bdifference between\b/),

  fault(
    'cannot',
    3,
    /无法|不能正常|(?:登录|登|打|开|进|传|发|点|付|提|改|用|播|保存|绑定?|看|上|下载|连接?)不了|打不开|进不去|上不去|\b(?:can ?not|cant|can't|unable to|won't|wont)\b/,
  ),
  fault('failed', 3, /失败|报错|出错|错误|异常|故障|\berrors?\b|\bfail(?:s|ed|ing|ure)?\b|\bbug\b|\bglitch/),
  fault(
    'broken',
    3,
    /坏了|崩溃|崩了|瘫痪|用不了|失灵|\bbroken\b|\bcrash(?:es|ed|ing)?\b|\bnot working\b|\b(?:doesn't|doesnt|does not|don't|stopped) work/,
  ),
  fault(
    'frozen',
    3,
    /闪退|卡顿|卡死|卡住|很卡|黑屏|白屏|花屏|掉线|断流|断线|死机|没有?声音|\bfr(?:eezes?|ozen|oze)\b|\bstuck\b|\b(?:black|blank|white) screen\b|\blag(?:s|gy|ging)?\b|\bdisconnect|\bno sound\b/,
  ),
  fault(
    'loads',
    3,
    /加载不出|一直转圈|没反应|没有反应|刷新不出|超时|\btime[sd]? ?out\b|\bkeeps (?:loading|spinning|failing|asking)\b|\bnothing happens\b/,
  ),
  fault(
    'not_there',
    3,
    /(?:没有?|未)(?:到账|收到|显示|更新|生效|同步|入账)|不显示|不到账|收不到|不见了|消失|丢失|看不到|\b(?:hasn't|has not|haven't|have not|not|never) (?:been )?(?:arriv|receiv|show|updat|paid|credited)|\bmissing\b|\bdisappeared\b|\bdoes(?:n't| not) (?:show|appear|load|open)/,
  ),
  fault('again', 1, /又|老是|总是|频繁|突然|\bsuddenly\b|\bkeeps?\b|\bsince (?:yesterday|this morning|the update)\b/),
  fault('why', 1, /为什么|为啥|怎么回事|怎么还|\bwhy\b/),

  suggestion('complains', 4, /投诉|差评|\bcomplain(?:t|ts|ing)?\b|曝光|维权|12315|消协/),
  suggestion(
    'reports',
    3,
    /举报|盗播|抄袭|假货|侵权|售假|\breport(?:ing)? (?:a|this|that|the) (?:seller|shop|account|stream|user|video|streamer|host)\b|\bcounterfeit\b|\bstolen\b/,
  ),
  suggestion(
    'suggests',
    4,
    /建议|提个意见|意见反馈|改进|优化一下|能否(?:增加|支持|加)|增加一?个|希望.{0,10}(?:增加|能加|支持|改|优化|推出|可以|能)|要是能|\bsuggest(?:ion|ions|ing)?\b|\bfeature request\b|\bwould be (?:nice|great|helpful|good)\b|\bplease (?:add|consider|support)\b|\bi wish\b|\bcould you add\b/,
  ),
  suggestion('appeals', 4, /申诉|误判|误封|冤枉|不认可|不服|\bappeal(?:ing)?\b|\bwrongly\b|\bunjust/),
  suggestion(
    'unfair',
    3,
    /不合理|不公平|太(?:差|坑|过分|离谱|黑)|霸王|乱扣|乱罚|坑人|欺负|\bunfair\b|\bunacceptable\b|\bridiculous\b|\boutrag|\bscam/,
  ),
  suggestion(
    'manners',
    3,
    /态度|敷衍|推诿|踢皮球|不理人|没人管|失望|不满|\brude\b|\bdisappoint|\bterrible\b|\bawful\b|\bunhelpful\b|\bnobody (?:answers|cares|helps)\b|\bfed up\b/,
  ),
  suggestion('ought', 1, /应该|\bshould (?:be|have|let|allow)\b/),

  about('payout', /提现|结算|货款|到账|打款|\bpay ?outs?\b|\bwithdraw(?:al|als)?\b|\bsettlement/),
  about('earnings', /收益|佣金|分成|收入|\bearnings?\b|\bcommissions?\b|\brevenue\b/),
  about('live', /直播|开播|推流|直播间|\blive ?(?:stream|room)?/),
  about('sign_in', /登录|密码|验证码|\blog ?(?:in|ging in)\b|\bsign(?:ing)? in\b|\bpassword\b/),
  about('account', /账号|帐号|账户|认证|实名|\baccounts?\b|\bverif/),
  about('upload', /上传|视频|图片|\bupload|\bvideos?\b/),
  about('order', /订单|发货|物流|退款|退货|\borders?\b|\brefunds?\b/),
  about('ads', /广告|投放|推广|流量|\bads?\b|\bcampaigns?\b|\btraffic\b/),
  about('penalty', /封|违规|处罚|扣分|下架|限流|\bban(?:ned)?\b|\bpenalt|\bviolation|\bsuspend/),
];
