import type { LocalizedText } from '../../contract/index.js';
import { STAFF_MEMBERS } from '../demo-content/index.js';

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

/** Everybody who works here, with the address they sign in with. */
export const STAFF = STAFF_MEMBERS.map(({ key, ...person }) => ({ ...person, email: address(key) }));
