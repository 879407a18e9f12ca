import type { Question } from './question.js';

/** Questions that every desk asks; a saved view is the same, kept by somebody for themselves. */
export const PRESETS: readonly { key: 'at_risk' | 'reply' | 'unassigned' | 'reopened'; question: Question }[] = [
  { key: 'at_risk', question: { sla: ['at_risk', 'overdue'], sort: 'due', direction: 'asc' } },
  { key: 'reply', question: { assignee: ['me'], waiting: 'reply', sort: 'due', direction: 'asc' } },
  {
    key: 'unassigned',
    question: { assignee: ['none'], status: ['new', 'open', 'pending', 'on_hold'], sort: 'priority', direction: 'asc' },
  },
  { key: 'reopened', question: { reopened: 'week', sort: 'updated', direction: 'desc' } },
];
