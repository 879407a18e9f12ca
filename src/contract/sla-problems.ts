import { CLOCK_KINDS, type LocalizedText, PRIORITIES, SHOP_TIERS } from './enums.js';
import {
  type CalendarDefinition,
  LADDER_KEYS,
  type LadderRung,
  type Ladders,
  type PolicyTargets,
  type WorkingHours,
} from './sla.js';

/** What is wrong with a calendar, a policy or a ladder: the field as a dotted path, a stable code, and the way out. */
export interface SlaProblem {
  path: string;
  code: string;
  fix: LocalizedText;
}

export const SLA_LIMITS = {
  targetSeconds: 365 * 86_400,
  hoursPerDay: 12,
  specialDays: 800,
  rungs: 12,
  afterMinutes: 30 * 1_440,
  acknowledgeMinutes: 7 * 1_440,
} as const;

const DAY_MINUTES = 1_440;

const FIXES = {
  unknown_zone: ['请使用 IANA 时区名称，例如 Asia/Shanghai', 'use an IANA time zone, e.g. Asia/Shanghai'],
  hours_backwards: [
    '结束时间须晚于开始时间；跨过零点请写到次日（24:00 之后）',
    'let the hours end after they begin; over midnight, write the end as beyond 24:00',
  ],
  hours_too_long: ['一段工作时间不超过 24 小时', 'let the hours last a day at most'],
  hours_out_of_day: ['开始时间须在当天 00:00 到 23:59 之间', 'let the hours begin between 00:00 and 23:59'],
  hours_overlap: ['与另一段工作时间重叠，请合并或错开', 'they overlap with other hours; merge them or move one'],
  no_working_time: [
    '这个日历没有任何工作时间，永远不会到期；请至少填写一段',
    'nobody ever works by it, so nothing would be due; give at least one stretch of hours',
  ],
  day_twice: [
    '同一天既放假又上班或出现了两次，请只保留一条',
    'this date stands there twice, perhaps as a holiday and as a working day; keep one of them',
  ],
  target_not_positive: ['目标须大于 0；不需要请留空', 'give more than 0 seconds, or leave it empty'],
  target_too_long: ['目标不能超过一年', 'give a year at most'],
  target_fraction: ['请填写整数秒', 'give whole seconds'],
  nobody: ['这一级没有通知任何人，请至少选择一位', 'this rung tells nobody; choose at least one person'],
  no_way: ['请至少选择一种通知方式', 'choose at least one way to tell them'],
  percent_out_of_range: ['请填写 0 到 99 之间的整数百分比', 'give whole percent from 0 to 99'],
  minutes_out_of_range: ['请填写 1 分钟到 30 天之间的整数分钟', 'give whole minutes from 1 to 30 days'],
  acknowledge_out_of_range: ['请填写 1 分钟到 7 天之间的整数分钟', 'give whole minutes from 1 to 7 days'],
  warning_after_breach: ['预警须排在超时之前', 'a warning comes before breach; move it up'],
  rungs_out_of_order: ['须晚于上一级', 'let it come later than the rung before'],
  no_breach: ['须有一级在超时那一刻触发', 'let one rung fire at breach'],
  too_many: ['数量过多', 'too many; remove some'],
} as const satisfies Record<string, readonly [string, string]>;

export type SlaProblemCode = keyof typeof FIXES;

/** @param path dotted, e.g. `week.0.1.to` */
function slaProblem(path: string, code: SlaProblemCode): SlaProblem {
  const [zh, en] = FIXES[code];
  return { path, code, fix: { 'zh-CN': zh, en } };
}

/** What a program may say of a calendar without asking anybody. */
export function calendarProblems({ zone, week, specialDays }: CalendarDefinition): SlaProblem[] {
  const problems: SlaProblem[] = [];
  if (!isZone(zone)) problems.push(slaProblem('zone', 'unknown_zone'));
  week.forEach((hours, day) => {
    problems.push(...hoursProblems(hours, `week.${day}`));
  });
  if (problems.length === 0) problems.push(...nightProblems(week));
  if (week.every((hours) => hours.length === 0)) problems.push(slaProblem('week', 'no_working_time'));
  if (specialDays.length > SLA_LIMITS.specialDays) problems.push(slaProblem('specialDays', 'too_many'));
  const known = new Set<string>();
  specialDays.forEach(({ date, hours }, place) => {
    if (known.has(date)) problems.push(slaProblem(`specialDays.${place}.date`, 'day_twice'));
    known.add(date);
    problems.push(...hoursProblems(hours, `specialDays.${place}.hours`));
  });
  return problems;
}

function hoursProblems(hours: readonly WorkingHours[], path: string): SlaProblem[] {
  if (hours.length > SLA_LIMITS.hoursPerDay) return [slaProblem(path, 'too_many')];
  return hours.flatMap(({ from, to }, place) => {
    const at = `${path}.${place}`;
    if (from < 0 || from >= DAY_MINUTES) return [slaProblem(`${at}.from`, 'hours_out_of_day')];
    if (to <= from) return [slaProblem(`${at}.to`, 'hours_backwards')];
    if (to - from > DAY_MINUTES) return [slaProblem(`${at}.to`, 'hours_too_long')];
    const meets = hours.slice(0, place).some((other) => from < other.to && other.from < to);
    return meets ? [slaProblem(`${at}.from`, 'hours_overlap')] : [];
  });
}

/** A night shift reaches into the next day. */
function nightProblems(week: CalendarDefinition['week']): SlaProblem[] {
  return week.flatMap((hours, day) =>
    hours.flatMap(({ from }, place) => {
      const night = week[(day + 6) % 7]?.some(({ to }) => to - DAY_MINUTES > from);
      return night ? [slaProblem(`week.${day}.${place}.from`, 'hours_overlap')] : [];
    }),
  );
}

function isZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

export function policyProblems(targets: PolicyTargets): SlaProblem[] {
  const problems: SlaProblem[] = [];
  const check = (path: string, seconds: number | null | undefined) => {
    if (seconds === null || seconds === undefined) return;
    if (seconds <= 0) problems.push(slaProblem(path, 'target_not_positive'));
    else if (!Number.isInteger(seconds)) problems.push(slaProblem(path, 'target_fraction'));
    else if (seconds > SLA_LIMITS.targetSeconds) problems.push(slaProblem(path, 'target_too_long'));
  };
  for (const tier of SHOP_TIERS)
    for (const priority of PRIORITIES) {
      const cell = targets[tier]?.[priority];
      if (!cell) continue;
      for (const kind of ['first_response', 'next_response'] as const)
        check(`targets.${tier}.${priority}.chat.${kind}`, cell.chat[kind]);
      for (const kind of CLOCK_KINDS)
        check(`targets.${tier}.${priority}.asynchronous.${kind}`, cell.asynchronous[kind]);
    }
  return problems;
}

export function ladderProblems(ladders: Ladders): SlaProblem[] {
  return LADDER_KEYS.flatMap((key) => {
    const rungs = ladders[key];
    const path = `ladders.${key}`;
    if (rungs.length > SLA_LIMITS.rungs) return [slaProblem(path, 'too_many')];
    const problems = rungs.flatMap((rung, place) => [
      ...rungProblems(rung, `${path}.${place}`),
      ...orderProblems(rungs[place - 1], rung, `${path}.${place}.at`),
    ]);
    return rungs.some(({ at }) => 'breach' in at) ? problems : [...problems, slaProblem(path, 'no_breach')];
  });
}

function* rungProblems({ at, whom, how, acknowledgeWithinMinutes: within }: LadderRung, path: string) {
  if ('percent' in at && !between(at.percent, 0, 99)) yield slaProblem(`${path}.at.percent`, 'percent_out_of_range');
  if ('afterMinutes' in at && !between(at.afterMinutes, 1, SLA_LIMITS.afterMinutes))
    yield slaProblem(`${path}.at.afterMinutes`, 'minutes_out_of_range');
  if (whom.length === 0) yield slaProblem(`${path}.whom`, 'nobody');
  if (how.length === 0) yield slaProblem(`${path}.how`, 'no_way');
  if (within !== null && !between(within, 1, SLA_LIMITS.acknowledgeMinutes))
    yield slaProblem(`${path}.acknowledgeWithinMinutes`, 'acknowledge_out_of_range');
}

function orderProblems(before: LadderRung | undefined, { at }: LadderRung, path: string): SlaProblem[] {
  if (!before || rankOf(at) > rankOf(before.at)) return [];
  const late = 'percent' in at && !('percent' in before.at);
  return [slaProblem(path, late ? 'warning_after_breach' : 'rungs_out_of_order')];
}

const rankOf = (at: LadderRung['at']): number =>
  'percent' in at ? at.percent : 'breach' in at ? 100 : 100 + at.afterMinutes;

const between = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;
