import type { CannedReplySettings, LocalizedText } from '../../contract/index.js';

const both = (zh: string, en: string): LocalizedText => ({ 'zh-CN': zh, en });

/** What the demo's agents say most. */
export const REPLIES: readonly CannedReplySettings[] = [
  {
    title: both('问候', 'Greeting'),
    body: both(
      '{{customer.name}}您好，我是{{agent.name}}，您的工单 {{ticket.number}} 由我跟进，请稍等，我先核对一下。',
      'Hello {{customer.name}}, I am {{agent.name}} and I look after {{ticket.number}}. One moment while I check.',
    ),
  },
  {
    title: both('货款到账时间', 'When a payout arrives'),
    body: both(
      '{{shop.name}}的货款一般在订单完成后第 7 天结算，遇节假日顺延。我正在核对这一笔，{{ticket.promised_at}}前给您答复。',
      'Payouts of {{shop.name}} settle 7 days after an order is completed, later over holidays. I am checking this one and will answer by {{ticket.promised_at}}.',
    ),
    category: 'earnings',
  },
  {
    title: both('请补充截图', 'Please send a screenshot'),
    body: both(
      '麻烦您发一张完整的页面截图（包括时间和提示文字），方便我们更快找到原因。',
      'Could you send a screenshot of the whole page, with the time and the message on it? It helps us find the cause sooner.',
    ),
    category: 'feature',
  },
  {
    title: both('账号异常登录', 'Unusual sign-in'),
    body: both(
      '为了您的资金安全，请先修改登录密码，并在“账号安全”里退出其他设备。我们不会向您索要密码或验证码。',
      'To keep your money safe, change your password first and sign out of other devices under Account safety. We never ask for passwords or codes.',
    ),
    category: 'account',
  },
  {
    title: both('已转专家处理', 'Handed to a specialist'),
    body: both(
      '这个问题已转给专门的同事处理，工单 {{ticket.number}} 不变，您不用重复说明。预计 {{ticket.promised_at}} 前有结果。',
      'A specialist has taken this over. Your number stays {{ticket.number}} and you need not explain again. Expect news by {{ticket.promised_at}}.',
    ),
  },
  {
    title: both('确认解决', 'Is it solved?'),
    body: both(
      '请您确认问题是否已经解决。如果还有疑问，直接在这里回复，我们马上继续。',
      'Please tell us whether this is solved. If anything is left, answer here and we go on at once.',
    ),
  },
];
