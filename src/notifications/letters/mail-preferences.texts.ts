import type { Locale } from '../../contract/index.js';

const TEXTS = {
  'zh-CN': {
    title: '工单邮件',
    lead: '您可以随时停止或恢复工单邮件。工单和在线对话不受影响。',
    isOn: '会收到工单邮件：受理、答复、升级、预计时间和解决。',
    isOff: '不再收到工单邮件。',
    turnOff: '不再接收',
    turnOn: '重新接收',
    unknown: '链接已失效',
    unknownHint: '请从最近一封邮件里重新打开，或在店铺后台联系我们。',
  },
  en: {
    title: 'Mail about your cases',
    lead: 'Stop it or start it again whenever you like. Your cases and conversations stay as they are.',
    isOn: 'gets mail about your cases: received, answered, raised, expected by, resolved.',
    isOff: 'gets no more mail about your cases.',
    turnOff: 'No more mail',
    turnOn: 'Send it again',
    unknown: 'This link no longer works',
    unknownHint: 'Open the one of your latest mail, or find us in your Seller Centre.',
  },
} satisfies Record<Locale, Record<string, string>>;

export const preferencesTexts = (locale: Locale): (typeof TEXTS)[Locale] => TEXTS[locale];
