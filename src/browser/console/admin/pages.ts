import { type ComponentType } from 'react';
import type { LocalizedText, StaffRole } from '../../../contract/index.js';
import { fetchedLater } from '../shared/fetched-later.js';

/** A page of the administration. `rest`: what the address names after the page, e.g. the thing that is edited. */
export interface AdminPage {
  key: string;
  title: LocalizedText;
  roles: readonly StaffRole[];
  Page: ComponentType<{ rest: string[] }>;
}

const ADMIN: readonly StaffRole[] = ['admin'];
const EDITORS: readonly StaffRole[] = ['admin', 'supervisor'];

/** In the order of the navigation. Each page is a chunk of its own. */
export const ADMIN_PAGES: readonly AdminPage[] = [
  {
    key: 'staff',
    title: { 'zh-CN': '员工', en: 'Staff' },
    roles: ADMIN,
    Page: fetchedLater(() => import('./staff/staff-page.js')),
  },
  {
    key: 'teams',
    title: { 'zh-CN': '小组', en: 'Teams' },
    roles: ADMIN,
    Page: fetchedLater(() => import('./teams/teams-page.js')),
  },
  {
    key: 'routing',
    title: { 'zh-CN': '工单分配', en: 'Routing' },
    roles: ADMIN,
    Page: fetchedLater(() => import('./routing/routing-page.js')),
  },
  {
    key: 'shifts',
    title: { 'zh-CN': '排班', en: 'Shifts' },
    roles: ['supervisor', 'admin'],
    Page: fetchedLater(() => import('./shifts/shifts-page.js')),
  },
  {
    key: 'surges',
    title: { 'zh-CN': '高峰模式', en: 'Surges' },
    roles: EDITORS,
    Page: fetchedLater(() => import('./surges/surges-page.js')),
  },
  {
    key: 'sites',
    title: { 'zh-CN': '站点', en: 'Sites' },
    roles: ADMIN,
    Page: fetchedLater(() => import('./sites/sites-page.js')),
  },
  {
    key: 'categories',
    title: { 'zh-CN': '问题类型', en: 'Categories' },
    roles: ADMIN,
    Page: fetchedLater(() => import('./categories/categories-page.js')),
  },
  {
    key: 'canned-replies',
    title: { 'zh-CN': '快捷回复', en: 'Canned replies' },
    roles: EDITORS,
    Page: fetchedLater(() => import('./canned-replies/canned-replies-page.js')),
  },
  {
    key: 'macros',
    title: { 'zh-CN': '宏', en: 'Macros' },
    roles: EDITORS,
    Page: fetchedLater(() => import('./macros/macros-page.js')),
  },
  {
    key: 'sla',
    title: { 'zh-CN': '时效', en: 'SLA' },
    roles: EDITORS,
    Page: fetchedLater(() => import('./sla/sla-page.js')),
  },
  {
    key: 'articles',
    title: { 'zh-CN': '帮助中心', en: 'Help centre' },
    roles: EDITORS,
    Page: fetchedLater(() => import('./articles/articles-page.js')),
  },
  {
    key: 'sections',
    title: { 'zh-CN': '帮助栏目', en: 'Help sections' },
    roles: ADMIN,
    Page: fetchedLater(() => import('./sections/sections-page.js')),
  },
  {
    key: 'help-center',
    title: { 'zh-CN': '帮助中心外观', en: 'Help centre look' },
    roles: ADMIN,
    Page: fetchedLater(() => import('./help-center/help-center-page.js')),
  },
  {
    key: 'article-tasks',
    title: { 'zh-CN': '文章任务', en: 'Article tasks' },
    roles: EDITORS,
    Page: fetchedLater(() => import('./help-learning/tasks-page.js')),
  },
  {
    key: 'help-gaps',
    title: { 'zh-CN': '搜索与缺口', en: 'Searches and gaps' },
    roles: EDITORS,
    Page: fetchedLater(() => import('./help-learning/gaps-page.js')),
  },
  {
    key: 'article-transfer',
    title: { 'zh-CN': '文章导入导出', en: 'Article transfer' },
    roles: EDITORS,
    Page: fetchedLater(() => import('./article-transfer/transfer-page.js')),
  },
  {
    key: 'case-import',
    title: { 'zh-CN': '工单导入', en: 'Case import' },
    roles: ADMIN,
    Page: fetchedLater(() => import('./case-import/case-import-page.js')),
  },
  {
    key: 'retention',
    title: { 'zh-CN': '工单保留期', en: 'Retention' },
    roles: ADMIN,
    Page: fetchedLater(() => import('./retention/retention-page.js')),
  },
  {
    key: 'bot',
    title: { 'zh-CN': '机器人', en: 'Bot' },
    roles: ADMIN,
    Page: fetchedLater(() => import('./bot-settings/bot-settings-page.js')),
  },
  {
    key: 'model-calls',
    title: { 'zh-CN': 'AI 调用记录', en: 'AI calls' },
    roles: ADMIN,
    Page: fetchedLater(() => import('./model-calls/model-calls-page.js')),
  },
  {
    key: 'bot-look-ups',
    title: { 'zh-CN': '机器人查询', en: 'Bot look-ups' },
    roles: ADMIN,
    Page: fetchedLater(() => import('./bot-look-ups/bot-look-ups-page.js')),
  },
  {
    key: 'notices',
    title: { 'zh-CN': '通知渠道', en: 'Notice channels' },
    roles: ADMIN,
    Page: fetchedLater(() => import('./notices/notices-page.js')),
  },
  {
    key: 'audit',
    title: { 'zh-CN': '操作日志', en: 'Audit log' },
    roles: ADMIN,
    Page: fetchedLater(() => import('./audit/audit-page.js')),
  },
];

/** What this role finds in the navigation. */
export const pagesFor = (role: StaffRole): readonly AdminPage[] =>
  ADMIN_PAGES.filter(({ roles }) => roles.includes(role));
