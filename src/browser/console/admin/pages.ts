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
    key: 'shifts',
    title: { 'zh-CN': '排班', en: 'Shifts' },
    roles: ['supervisor', 'admin'],
    Page: fetchedLater(() => import('./shifts/shifts-page.js')),
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
