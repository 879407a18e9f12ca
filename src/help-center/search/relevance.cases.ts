import type { Locale } from '../../contract/index.js';
import { readDemoArticles } from '../demo/demo-articles.js';
import { plainText } from '../markdown/markdown.js';
import type { ArticleDocument } from './article-search.js';

/** What people really type, and the article that must answer it: first, or among the first five. Both engines pass it. */
export interface RelevanceCase {
  query: string;
  locale: Locale;
  slug: string;
  within: 1 | 5;
  /** The bot must be sure enough to answer. */
  sure?: true;
}

const zh = (query: string, slug: string, within: 1 | 5 = 1): RelevanceCase => ({
  query,
  locale: 'zh-CN',
  slug,
  within,
});
const en = (query: string, slug: string, within: 1 | 5 = 1): RelevanceCase => ({ query, locale: 'en', slug, within });
const sure = (one: RelevanceCase): RelevanceCase => ({ ...one, sure: true });

export const RELEVANCE_CASES: RelevanceCase[] = [
  sure(zh('昨天有一笔订单货款没有到账', 'payout-delay')),
  sure(zh('我的货款怎么还没到账啊，都好几天了', 'payout-delay')),
  sure(zh('钱没到', 'payout-delay')),
  sure(zh('订单显示待结算是什么意思', 'payout-delay')),
  sure(zh('提现失败', 'withdrawal-failed')),
  sure(zh('提现一直失败，说户名不一致', 'withdrawal-failed')),
  zh('提现', 'withdrawal-failed', 5),
  sure(zh('结算周期是几天', 'settlement-cycle')),
  sure(zh('帐号登陆不上去了怎么办', 'login-problem')),
  sure(zh('我忘记密码了', 'reset-password')),
  sure(zh('收不到短信验证码', 'sms-code-missing')),
  sure(zh('帐号被封了能解封吗', 'ban-appeal')),
  sure(zh('封号申诉', 'ban-appeal')),
  sure(zh('直播间一直卡顿掉线', 'live-stutter')),
  sure(zh('直播太卡了观众都跑了', 'live-stutter')),
  sure(zh('视频上传失败卡在99%', 'upload-failed')),
  sure(zh('投放计划没有消耗', 'ad-placement')),
  sure(zh('小黄车挂不上商品', 'product-link')),
  sure(zh('有人盗用我的视频，怎么举报', 'report-violation')),
  sure(zh('视频被下架了，我觉得是误判，想申诉', 'appeal-judgement')),
  sure(zh('账单金额对不上，少了钱', 'earnings-doubt')),
  sure(zh('怎么换绑银行卡', 'bind-bank-card')),
  zh('平台抽成多少', 'fees', 5),
  sure(zh('达人佣金什么时候结', 'creator-commission')),
  sure(zh('怎么添加子账号', 'team-members')),
  zh('你们几点上班', 'service-hours'),
  sure(zh('客户经理电话', 'account-manager')),
  sure(zh('工单处理到哪了', 'track-a-case')),
  sure(zh('訂單貨款沒有到帳', 'payout-delay')),
  sure(zh('ＴＩＫＴＯＫ店铺　提现　失败', 'withdrawal-failed')),
  zh('withdraw 失败', 'withdrawal-failed'),
  zh('how long until I get paid', 'settlement-cycle', 5),
  sure(en('I have not received the payment for an order from yesterday', 'payout-delay')),
  sure(en("my payout hasn't arrived", 'payout-delay')),
  sure(en('withdrawl failed', 'withdrawal-failed')),
  sure(en('forgot my pasword', 'reset-password')),
  sure(en("can't log in to my account", 'login-problem')),
  sure(en('my live stream keeps lagging', 'live-stutter')),
  sure(en('account suspended, how do I appeal', 'ban-appeal')),
  sure(en('someone is selling counterfiet goods', 'report-violation')),
  sure(en('ad campaign is not spending', 'ad-placement')),
  sure(en('video upload stuck at 99%', 'upload-failed')),
  en('what are your fees', 'fees'),
  sure(en('how do I chnage my bank card', 'bind-bank-card')),
  en('货款 payout', 'payout-delay', 5),
  sure(zh('tixian shibai', 'withdrawal-failed')),
  sure(zh('tixianshibai', 'withdrawal-failed')),
  sure(zh('ti xian shi bai zen me ban', 'withdrawal-failed')),
  sure(zh('txsb', 'withdrawal-failed')),
  sure(zh('wangji mima', 'reset-password')),
  sure(zh('wangjimimale', 'reset-password')),
  zh('yhk', 'bind-bank-card', 5),
  sure(zh('bangding yinhangka', 'bind-bank-card', 5)),
  sure(zh('huokuan hai mei daozhang', 'payout-delay')),
  zh('fenghao shensu', 'ban-appeal'),
  zh('fhss', 'ban-appeal', 5),
  sure(zh('zhibo kadun', 'live-stutter')),
  sure(zh('zhibojian yizhi ka', 'live-stutter', 5)),
  sure(zh('jiesuan zhouqi', 'settlement-cycle')),
  zh('jszq', 'settlement-cycle', 5),
  zh('baozhengjin', 'deposit', 5),
  zh('kai fapiao', 'invoices'),
  zh('yunfeixian', 'shipping-insurance'),
  zh('yanzhengma shoubudao', 'sms-code-missing'),
  zh('kehu jingli', 'account-manager'),
  zh('shipin shangchuan shibai', 'upload-failed'),
  zh('zi zhanghao', 'team-members', 5),
  zh('weijinci', 'forbidden-words'),
  zh('chaping qiaozha', 'malicious-reviews'),
  zh('tixian 失败', 'withdrawal-failed'),
];

/** What no article answers: the bot must not pretend. */
export const UNSURE_QUERIES: { query: string; locale: Locale }[] = [
  ...[
    '你好',
    '在吗',
    '在吗？有人吗',
    '我要投诉你们',
    '今天天气怎么样',
    '谢谢',
    '转人工',
    '人工客服',
    '你是机器人吗',
    '哈哈哈哈',
    '？？？',
    '急急急',
  ],
  ...[
    '什么垃圾平台',
    '我想问个问题',
    '晚上吃什么',
    '给我讲个笑话',
    '1',
    '好的',
    '订单',
    '你们老板是谁',
    '帮我写一首诗',
    '快递什么时候发货',
  ],
]
  .map((query): { query: string; locale: Locale } => ({ query, locale: 'zh-CN' }))
  .concat(
    [
      'hello',
      'are you there?',
      'I want to complain about you',
      'what is the weather like',
      'thanks!',
      'tell me a joke',
      'talk to a human',
      'ok',
      'asdfgh',
    ].map((query) => ({ query, locale: 'en' as const })),
  );

/** The demo articles as documents; the slug stands for the id. */
export async function demoDocuments(): Promise<ArticleDocument[]> {
  const articles = await readDemoArticles(process.cwd());
  return articles.flatMap(({ slug, category, words }) =>
    (['zh-CN', 'en'] as const).map((locale) => {
      const { title, excerpt, keywords, bodyMarkdown } = words[locale];
      return {
        articleId: slug,
        locale,
        slug,
        category,
        visibility: 'public' as const,
        title,
        excerpt,
        keywords,
        body: plainText(bodyMarkdown),
      };
    }),
  );
}
