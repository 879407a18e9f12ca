import type {
  CategoryKey,
  FieldType,
  FormFieldSettings,
  LocalizedText,
  SubCategorySettings,
} from '../../contract/index.js';

const both = (zh: string, en: string): LocalizedText => ({ 'zh-CN': zh, en });
const choice = (value: string, zh: string, en: string) => ({ value, label: both(zh, en) });

const field = (
  key: string,
  label: LocalizedText,
  type: FieldType,
  rest: Partial<FormFieldSettings> = {},
): FormFieldSettings => ({ key, label, type, customerVisible: true, ...rest });
const MUST: Partial<FormFieldSettings> = { requiredAt: 'open' };

const identifier = (key: string, label: LocalizedText, rest?: Partial<FormFieldSettings>) =>
  field(key, label, 'text', { maxLength: 40, format: 'identifier', ...rest });
const words = (key: string, label: LocalizedText, maxLength: number, rest?: Partial<FormFieldSettings>) =>
  field(key, label, 'text', { maxLength, ...rest });
const story = (key: string, label: LocalizedText) => field(key, label, 'long_text', { maxLength: 1_000 });
const date = (key: string, label: LocalizedText) => field(key, label, 'date');
const number = (key: string, label: LocalizedText) => field(key, label, 'number');
const amount = (key: string, label: LocalizedText) => field(key, label, 'money', { currency: 'CNY' });
const select = (key: string, label: LocalizedText, options: ReturnType<typeof choice>[]) =>
  field(key, label, 'select', { options });

const errorShown = words('error_message', both('错误提示', 'Error shown'), 200);
const loginAccount = words('login_account', both('登录账号', 'Login account'), 60, MUST);
const device = select('device', both('设备', 'Device'), [
  choice('ios', '苹果手机', 'iPhone'),
  choice('android', '安卓手机', 'Android'),
  choice('web', '电脑网页', 'Web browser'),
  choice('other', '其他', 'Other'),
]);

const otherDevice = words('device_model', both('设备型号', 'Model of the device'), 60, {
  showWhen: { field: 'device', is: ['other'] },
});
const identityChecked = { key: 'identity_checked', label: both('已核实客户身份', 'The customer is who they say') };
const evidenceSeen = { key: 'evidence_seen', label: both('已查看违规证据', 'The evidence has been looked at') };
const payoutTraced = {
  key: 'payout_traced',
  label: both('已在结算系统查到该笔款项', 'The payment was found in settlement'),
};

interface CategoryPreset {
  key: CategoryKey;
  name: LocalizedText;
  topic: LocalizedText;
  subCategories: (SubCategorySettings & { key: string })[];
}

/**
 * The questions of the house, with which a new desk begins; what administrators change stands in the database. `teamKey` is the
 * specialist team: a sub-category chosen before the ticket opens sends it there; otherwise the front line takes it first and
 * hands it on.
 */
export const CATEGORY_PRESETS: readonly CategoryPreset[] = [
  {
    key: 'account',
    name: both('账号', 'Account'),
    topic: both('账号', 'Account'),
    subCategories: [
      {
        key: 'login_problem',
        name: both('登录问题', 'Login problem'),
        priority: 'P2',
        nature: 'fault',
        teamKey: 'frontline',
        checklist: [],
        form: [loginAccount, device, otherDevice, errorShown],
      },
      {
        key: 'password_recovery',
        name: both('找回密码', 'Password recovery'),
        priority: 'P1',
        nature: 'usage',
        teamKey: 'account_safety',
        checklist: [identityChecked],
        form: [
          loginAccount,
          field('phone_last_four', both('预留手机号后四位', 'Last four digits of the registered phone'), 'text', {
            maxLength: 4,
            format: 'four_digits',
          }),
        ],
      },
      {
        key: 'ban_appeal',
        name: both('封禁申诉', 'Ban appeal'),
        priority: 'P1',
        nature: 'suggestion',
        teamKey: 'account_safety',
        checklist: [identityChecked, evidenceSeen],
        form: [
          identifier('penalty_number', both('处罚编号', 'Penalty number'), MUST),
          story('grounds', both('申诉理由', 'Grounds of the appeal')),
        ],
      },
    ],
  },
  {
    key: 'earnings',
    name: both('收益', 'Earnings'),
    topic: both('收益与提现', 'Earnings and payouts'),
    subCategories: [
      {
        key: 'withdrawal_failed',
        name: both('提现失败', 'Withdrawal failed'),
        priority: 'P1',
        nature: 'fault',
        teamKey: 'settlement',
        checklist: [identityChecked, payoutTraced],
        form: [
          identifier('withdrawal_number', both('提现单号', 'Withdrawal number'), MUST),
          amount('amount', both('金额', 'Amount')),
          errorShown,
        ],
      },
      {
        key: 'payout_delay',
        name: both('货款延迟到账', 'Payout delay'),
        priority: 'P1',
        nature: 'fault',
        teamKey: 'settlement',
        checklist: [payoutTraced],
        form: [
          identifier('order_number', both('订单号', 'Order number'), MUST),
          date('settlement_date', both('应结算日期', 'Settlement due on')),
          amount('amount', both('金额', 'Amount')),
        ],
      },
      {
        key: 'earnings_doubt',
        name: both('收益存疑', 'Doubt about earnings'),
        priority: 'P2',
        nature: 'usage',
        teamKey: 'settlement',
        checklist: [],
        form: [
          identifier('settlement_number', both('结算单号', 'Settlement number')),
          amount('expected_amount', both('预期金额', 'Expected amount')),
          story('doubt', both('疑问说明', 'What is in doubt')),
        ],
      },
    ],
  },
  {
    key: 'feature',
    name: both('功能', 'Feature'),
    topic: both('功能使用', 'Using features'),
    subCategories: [
      {
        key: 'live_stutter',
        name: both('直播卡顿', 'Live stream stutters'),
        priority: 'P1',
        nature: 'fault',
        teamKey: 'technical',
        checklist: [],
        form: [
          identifier('live_room', both('直播间号', 'Live room'), MUST),
          select('network', both('网络', 'Network'), [
            choice('wired', '有线', 'Wired'),
            choice('wifi', '无线', 'Wi-Fi'),
            choice('mobile', '移动网络', 'Mobile'),
          ]),
          device,
        ],
      },
      {
        key: 'upload_failed',
        name: both('上传失败', 'Upload failed'),
        priority: 'P2',
        nature: 'fault',
        teamKey: 'technical',
        checklist: [],
        form: [
          select('file_type', both('文件类型', 'Kind of file'), [
            choice('video', '视频', 'Video'),
            choice('image', '图片', 'Image'),
            choice('document', '文档', 'Document'),
          ]),
          number('file_size', both('文件大小（MB）', 'File size (MB)')),
          errorShown,
        ],
      },
      {
        key: 'ad_placement',
        name: both('广告投放', 'Ad placement'),
        priority: 'P3',
        nature: 'usage',
        teamKey: 'frontline',
        checklist: [],
        form: [
          identifier('campaign', both('投放计划编号', 'Campaign number')),
          story('question', both('问题', 'Question')),
        ],
      },
    ],
  },
  {
    key: 'content',
    name: both('内容', 'Content'),
    topic: both('内容与违规', 'Content and violations'),
    subCategories: [
      {
        key: 'report_violation',
        name: both('举报违规', 'Report a violation'),
        priority: 'P2',
        nature: 'suggestion',
        teamKey: 'content_review',
        checklist: [evidenceSeen],
        form: [
          words('reported', both('被举报的账号或链接', 'Account or link reported'), 300, MUST),
          select('violation', both('违规类型', 'Kind of violation'), [
            choice('counterfeit', '假冒伪劣', 'Counterfeit goods'),
            choice('false_advertising', '虚假宣传', 'False advertising'),
            choice('infringement', '侵权盗播', 'Infringement'),
            choice('vulgar', '低俗内容', 'Vulgar content'),
            choice('other', '其他', 'Other'),
          ]),
        ],
      },
      {
        key: 'appeal_judgement',
        name: both('判罚申诉', 'Appeal a judgement'),
        priority: 'P2',
        nature: 'suggestion',
        teamKey: 'content_review',
        checklist: [evidenceSeen],
        form: [
          identifier('violation_number', both('违规编号', 'Violation number'), MUST),
          story('grounds', both('申诉理由', 'Grounds of the appeal')),
        ],
      },
    ],
  },
];
