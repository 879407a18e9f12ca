import type { BotLookUpSettings } from '../../contract/index.js';

/** What the demo shop can say to the bot, by key; it is asked at `/porchlight/look-ups`. */
export const LOOK_UPS: Record<string, Omit<BotLookUpSettings, 'url' | 'enabled'>> = {
  order_settlement: {
    name: { 'zh-CN': '订单结算情况', en: 'Settlement of your order' },
    category: 'earnings',
    input: {
      label: { 'zh-CN': '订单号', en: 'your order number' },
      format: 'identifier',
      example: 'P2026112010240380',
    },
    words: {
      'zh-CN': [
        '查结算',
        '查一下结算',
        '查货款',
        '查一下货款',
        '订单结算',
        '结算单',
        '结算状态',
        '结算到哪',
        '有没有结算',
      ],
      en: ['settlement of', 'settlement status', 'check my settlement', 'payout for order'],
    },
  },
  ban_reason: {
    name: { 'zh-CN': '处罚原因', en: 'Reason of the restriction' },
    category: 'account',
    words: {
      'zh-CN': [
        '封禁原因',
        '处罚原因',
        '为什么被封',
        '为什么封我',
        '为啥被封',
        '为啥封我',
        '因为什么被封',
        '什么原因被封',
        '查处罚',
        '查一下处罚',
        '违规原因',
        '为什么被暂停',
        '为什么被限制',
        '怎么被封了',
        '为什么不能直播',
        '为什么不能开播',
      ],
      en: [
        'why was i banned',
        'why am i banned',
        'why was my account banned',
        'ban reason',
        'reason for the ban',
        'why was i suspended',
        'why am i suspended',
        'why is my account suspended',
        "why can't i go live",
        'why can i not go live',
      ],
    },
  },
};
