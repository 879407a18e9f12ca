import type {
  CalendarDefinition,
  LocalizedText,
  RoutingRules,
  TeamRoutingSettings,
  WorkKind,
} from '../../contract/index.js';

const both = (zh: string, en: string): LocalizedText => ({ 'zh-CN': zh, en });

/** What of a team's way of giving out work is not as it comes; overflow teams by their keys. */
export const TEAM_ROUTING: Readonly<
  Record<string, Partial<Omit<TeamRoutingSettings, 'overflowTeamIds'>> & { overflowTeams?: readonly string[] }>
> = {
  frontline: { overflowTeams: ['technical'], queueLimit: 200 },
  technical: { overflowTeams: ['frontline'], lastAgentDays: 14 },
  account_safety: { strategy: 'longest_idle', overflowTeams: ['content_review'] },
  content_review: { strategy: 'round_robin', overflowTeams: ['account_safety'], overflowAfterSeconds: 600 },
};

/** Beside what the desk comes with: who knows a trade, and who is trusted with premium shops. */
export const MORE_NEEDS: RoutingRules['needs'] = [
  { when: { tier: 'premium' }, skill: 'tier:premium', minimum: 60, required: false },
  ...['茶饮', '美妆', '生鲜'].map((industry) => ({
    when: { industry },
    skill: `industry:${industry}`,
    minimum: 50,
    required: false,
  })),
  {
    when: { subCategory: 'ban_appeal', tier: 'premium' as const },
    skill: 'category:account',
    minimum: 80,
    required: true,
  },
];
export const RULES_NOTE = '行业和重点商家优先找熟手；重点商家的封禁申诉必须由账号安全的老手处理';

/** Units at most of one kind of work, by the part of the address before the @. */
export const KIND_LIMITS: Readonly<Record<string, Partial<Record<WorkKind, number>>>> = {
  chen: { phone: 2 },
  zhao: { chat: 8, phone: 1 },
};

/** 账号安全 rests at night, when its cases wait for the morning. */
export const ACCOUNT_CALENDAR: { team: string; name: LocalizedText; definition: CalendarDefinition } = {
  team: 'account_safety',
  name: both('账号安全工作时间', 'Account safety hours'),
  definition: {
    zone: 'Asia/Shanghai',
    week: Array.from({ length: 7 }, () => [{ from: 8 * 60, to: 24 * 60 }]),
    specialDays: [],
  },
};

/** Their days, on the team's clock; from a week ago for so many weeks. */
export const ACCOUNT_SHIFTS = [
  { staff: 'zhao', from: '08:00', to: '17:00', days: [1, 2, 3, 4, 5] },
  { staff: 'jiang', from: '16:00', to: '24:00', days: [1, 2, 3, 4, 5] },
  { staff: 'su', from: '08:00', to: '24:00', days: [6, 7] },
] as const;
export const SHIFT_WEEKS = 6;
