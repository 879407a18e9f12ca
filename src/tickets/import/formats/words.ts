import type { Priority } from '../../../contract/index.js';
import type { CaseState } from '../case-source.js';

const STATES: Record<CaseState, readonly string[]> = {
  new: [
    'new',
    'open',
    'in progress',
    'in_progress',
    'reopened',
    '待受理',
    '新建',
    '处理中',
    '进行中',
    '打开',
    '未解决',
  ],
  pending: [
    'pending',
    'waiting',
    'waiting on customer',
    'awaiting reply',
    '待客户回复',
    '待回复',
    '等您补充',
    '等待客户',
  ],
  on_hold: ['hold', 'on hold', 'on_hold', 'on-hold', 'snoozed', '挂起', '暂停', '搁置'],
  closed: [
    'closed',
    'solved',
    'resolved',
    'done',
    'cancelled',
    'canceled',
    '已关闭',
    '关闭',
    '已解决',
    '已完成',
    '完成',
    '已撤销',
    '待确认',
  ],
};

const PRIORITIES: Record<Priority, readonly string[]> = {
  P0: ['p0', 'urgent', 'critical', '紧急', '特急'],
  P1: ['p1', 'high', '高'],
  P2: ['p2', 'normal', 'medium', 'none', '普通', '中', '一般'],
  P3: ['p3', 'low', 'question', '低', '咨询'],
};

const lookUp =
  <Key extends string>(table: Record<Key, readonly string[]>) =>
  (word: string): Key | undefined => {
    const plain = word.normalize('NFKC').trim().toLowerCase();
    return (Object.keys(table) as Key[]).find((key) => table[key].includes(plain));
  };

/** What people and other desks write for how a case stands. */
export const stateMeant = lookUp(STATES);
/** … and for how much it matters. */
export const priorityMeant = lookUp(PRIORITIES);
