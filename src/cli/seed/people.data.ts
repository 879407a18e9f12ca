import type { Locale, LocalizedText, StaffRole } from '../../contract/index.js';

const both = (zh: string, en: string): LocalizedText => ({ 'zh-CN': zh, en });
const address = (name: string) => `${name}@porchlight.example`;

/** Without what belongs to one installation: addresses and the secret. */
export const DEMO_SITE = {
  key: 'demo',
  name: '拾光优选',
  greeting: both(
    '您好，这里是拾光优选商家支持，请问遇到了什么问题？',
    'Hello, this is Glimmer seller support. How can we help?',
  ),
  hours: both('全天 24 小时', '24 hours a day'),
  phone: '400-100-2024',
  color: '#0f766e',
};

export const TEAMS: readonly { key: string; name: LocalizedText; lead: string; dutyManager: string }[] = [
  { key: 'frontline', name: both('客服一线', 'Front line'), lead: address('chen'), dutyManager: address('su') },
  { key: 'settlement', name: both('结算组', 'Settlement'), lead: address('lin'), dutyManager: address('su') },
  {
    key: 'account_safety',
    name: both('账号安全', 'Account safety'),
    lead: address('zhao'),
    dutyManager: address('su'),
  },
  {
    key: 'content_review',
    name: both('内容审核', 'Content review'),
    lead: address('zhao'),
    dutyManager: address('su'),
  },
  { key: 'technical', name: both('技术支持', 'Technical support'), lead: address('wu'), dutyManager: address('su') },
];

export const STAFF: readonly {
  email: string;
  name: string;
  role: StaffRole;
  locale: Locale;
  teams: readonly string[];
  /** Category keys and languages. */
  skills: readonly string[];
  /** For the list of logins. */
  does: string;
}[] = [
  {
    email: address('chen'),
    name: '陈静',
    role: 'agent',
    locale: 'zh-CN',
    teams: ['frontline'],
    skills: ['zh-CN', 'en'],
    does: '客服一线',
  },
  {
    email: address('lin'),
    name: '林涛',
    role: 'agent',
    locale: 'zh-CN',
    teams: ['settlement'],
    skills: ['earnings', 'zh-CN'],
    does: '结算组',
  },
  {
    email: address('zhao'),
    name: '赵敏',
    role: 'agent',
    locale: 'zh-CN',
    teams: ['account_safety', 'content_review'],
    skills: ['account', 'content', 'zh-CN'],
    does: '账号安全、内容审核',
  },
  {
    email: address('wu'),
    name: '吴帆',
    role: 'agent',
    locale: 'zh-CN',
    teams: ['technical'],
    skills: ['feature', 'zh-CN', 'en'],
    does: '技术支持',
  },
  {
    email: address('su'),
    name: '苏岚',
    role: 'supervisor',
    locale: 'zh-CN',
    teams: ['frontline', 'settlement', 'account_safety', 'content_review', 'technical'],
    skills: [],
    does: '全部小组',
  },
  { email: address('admin'), name: '管理员', role: 'admin', locale: 'zh-CN', teams: [], skills: [], does: '全部' },
];
