import type { TimelineEventView } from '../../../contract/index.js';
import { fill } from '../i18n/fill.js';
import { zhCN } from '../i18n/zh-cn.js';
import { timelineText, type Words } from './timeline-text.js';

const words: Words = {
  t: (key, values) => fill(zhCN[key], values),
  locale: 'zh-CN',
  teams: [],
  categories: [
    {
      key: 'earnings',
      name: { 'zh-CN': '收益', en: 'Earnings' },
      topic: { 'zh-CN': '收益与提现', en: 'Earnings' },
      subCategories: [],
    },
  ],
  time: () => '18:00',
};
const line = (kind: string, data: Record<string, unknown>): TimelineEventView => ({
  id: 'e',
  kind,
  actor: { kind: 'staff', name: '王芳' },
  data,
  customerVisible: false,
  at: '2026-11-20T03:00:00.000Z',
});
const team = { 'zh-CN': '结算组', en: 'Settlement' };

describe('timelineText', () => {
  it.each([
    ['opened', { reason: 'person_requested' }, '建立工单 · 客户要求转人工'],
    ['assigned', { team, name: '静', staffName: '陈静', because: 'routed' }, '分配 · 陈静 · 结算组 · 自动分配'],
    ['handed_over', { team, because: 'handed_over' }, '转交 · 结算组'],
    ['status', { from: 'open', to: 'resolved', because: 'set' }, '状态 · 处理中 → 待确认'],
    ['status', { from: 'resolved', to: 'open', because: 'customer_wrote' }, '状态 · 待确认 → 处理中 · 客户来信'],
    ['edited', { before: { priority: 'P2' }, after: { priority: 'P1' } }, '修改 · 优先级 P2 普通 → P1 高'],
    [
      'edited',
      { before: { category: null }, after: { category: 'earnings', form: {} } },
      '修改 · 问题类型 收益 · 表单',
    ],
    ['escalated', { clockKind: 'next_response', rung: 1 }, '升级 · 下次响应'],
    ['routed', { load: 2, capacity: 5, fit: 1, waitedSeconds: 9 }, '分配依据 · 手上 2 / 5 个'],
    [
      'returned',
      { because: 'silent', staffName: '陈静', seconds: 180, waitedSeconds: 240 },
      '退回队列 · 陈静 · 180 秒内没有首次回复 · 客户已等 240 秒',
    ],
    [
      'returned',
      { because: 'gone', staffName: '陈静', seconds: 6, waitedSeconds: 9 },
      '退回队列 · 陈静 · 已离线 6 秒，客户在等回复 · 客户已等 9 秒',
    ],
    ['returned', { because: 'rejected', staffName: '陈静' }, '退回队列 · 陈静 · 主动退回'],
    ['wish', { wish: 'call_back', phone: '138****8000' }, '客户选择 · 请求回电 · 138****8000'],
    ['wish', { wish: 'message', because: 'full' }, '客户选择 · 留言 · 排队已满'],
    ['called_back', { phone: '138****8000' }, '已回电 · 138****8000'],
    ['routed', { load: 2, capacity: 5, reason: 'last_agent' }, '分配依据 · 最近接待过这位客户 · 手上 2 / 5 个'],
    [
      'relaxed',
      { from: 'skills', to: 'team', waitedSeconds: 60, needs: [] },
      '放宽要求 · 要求技能 → 全组可接 · 客户已等 60 秒',
    ],
    [
      'relaxed',
      { from: 'team', to: 'overflow', waitedSeconds: 300, teams: [team] },
      '放宽要求 · 全组可接 → 溢出小组可接 · 结算组 · 客户已等 300 秒',
    ],
    ['promised', { promisedAt: '2026-11-20T10:00:00.000Z' }, '承诺 · 18:00'],
    ['promise_kept', { note: '已补发货款' }, '承诺已兑现 · 已补发货款'],
    ['acknowledged', { clockKind: 'promise', rung: 3 }, '确认收到升级 · 承诺时间'],
    [
      'retimed',
      { clockKind: 'resolution', because: 'pause_ended', dueAt: '2026-11-20T10:00:00.000Z' },
      '重新计时 · 解决 · 暂停结束 · 18:00',
    ],
    ['rated', { score: 5, solved: true }, '客户评价 · 5 分 · 已解决'],
    ['accessed', { reason: '客户来电' }, '查看（非本组） · 客户来电'],
    ['mentioned', { names: ['林晓', '陈静'] }, '提到同事 · 林晓、陈静'],
    ['snoozed', { until: '2026-11-20T10:00:00.000Z' }, '稍后处理 · 18:00'],
    ['woken', { because: 'urgent' }, '暂缓结束 · 时限临近'],
    ['merged_away', { internalId: 7 }, 'merged away'],
  ])('%s %j', (kind, data, text) => {
    expect(timelineText(words, line(kind, data))).toBe(text);
  });
});
