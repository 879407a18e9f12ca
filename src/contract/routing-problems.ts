import { type LocalizedText, PRIORITIES, WORK_KINDS } from './enums.js';
import type { NeedRule, RoutingRules, TeamRoutingSettings } from './routing.js';

/** What is wrong with rules of routing or with the settings of a team: the field, a stable code, and the way out. */
export interface RoutingProblem {
  /** Dotted, e.g. `rules.needs.0.minimum`. */
  path: string;
  code: RoutingProblemCode;
  fix: LocalizedText;
}

const ROUTING_LIMITS = {
  headStartSeconds: 30 * 86_400,
  units: 20,
  needs: 200,
  answerWithinSeconds: { least: 10, most: 86_400 },
  lastAgentDays: 365,
  stageSeconds: 7 * 86_400,
  overflowTeams: 10,
  queueLimit: 100_000,
  releaseMinutes: 7 * 1_440,
} as const;

/** `dimension:value`. */
export const SKILL = /^(category|language|tier|industry|entry):[\p{L}\p{N}][\p{L}\p{N}_/-]{0,59}$/u;

const FIXES = {
  head_start_out_of_range: ['请填写 0 到 30 天之间的整数秒', 'give whole seconds from 0 to 30 days'],
  head_starts_out_of_order: [
    '优先级越高，优先时长不能越短',
    'let no priority have a smaller head start than the one below it',
  ],
  units_out_of_range: ['请填写 1 到 20 之间的整数单位', 'give whole units from 1 to 20'],
  too_many: ['数量过多', 'too many; remove some'],
  condition_missing: [
    '请至少填写一个条件，否则所有工单都要求这个技能',
    'name at least one condition, else every case would ask for this skill',
  ],
  skill_malformed: [
    '请写成“维度:值”，例如 language:en；维度为 category、language、tier、industry 或 entry',
    'write it as dimension:value, e.g. language:en; the dimension is category, language, tier, industry or entry',
  ],
  minimum_out_of_range: ['熟练度须为 1 到 100 的整数', 'give a proficiency from 1 to 100'],
  need_twice: ['相同条件下已有这个技能的要求', 'the same skill is asked for under the same conditions already'],
  answer_out_of_range: ['请填写 10 秒到 24 小时之间，或留空', 'give 10 seconds to 24 hours, or leave it empty'],
  days_out_of_range: ['请填写 0 到 365 天', 'give 0 to 365 days'],
  seconds_out_of_range: ['请填写 0 秒到 7 天之间，或留空', 'give 0 seconds to 7 days, or leave it empty'],
  overflow_before_relax: [
    '溢出须不早于放宽技能要求',
    'let the overflow come no earlier than the time from which skills are required no more',
  ],
  overflow_to_itself: ['小组不能溢出到自己', 'a team cannot overflow to itself'],
  overflow_team_twice: ['这个小组已在列表中', 'this team stands in the list already'],
  overflow_team_gone: ['这个小组不存在或已归档，请移除', 'there is no such team, or it is archived; remove it'],
  count_out_of_range: ['请填写 1 到 100000 之间的整数，或留空', 'give 1 to 100,000, or leave it empty'],
  minutes_out_of_range: ['请填写 1 分钟到 7 天之间，或留空', 'give 1 minute to 7 days, or leave it empty'],
} as const satisfies Record<string, readonly [string, string]>;

export type RoutingProblemCode = keyof typeof FIXES;

export function routingProblem(path: string, code: RoutingProblemCode): RoutingProblem {
  const [zh, en] = FIXES[code];
  return { path, code, fix: { 'zh-CN': zh, en } };
}

/** What a program may say of rules without asking anybody. */
export function routingRulesProblems({ headStarts, units, needs }: RoutingRules): RoutingProblem[] {
  const problems: RoutingProblem[] = [];
  for (const [key, seconds] of Object.entries(headStarts))
    if (!whole(seconds, 0, ROUTING_LIMITS.headStartSeconds))
      problems.push(routingProblem(`rules.headStarts.${key}`, 'head_start_out_of_range'));
  PRIORITIES.forEach((priority, place) => {
    const higher = PRIORITIES[place - 1];
    if (higher && headStarts[priority] > headStarts[higher])
      problems.push(routingProblem(`rules.headStarts.${higher}`, 'head_starts_out_of_order'));
  });
  for (const kind of WORK_KINDS)
    if (!whole(units[kind], 1, ROUTING_LIMITS.units))
      problems.push(routingProblem(`rules.units.${kind}`, 'units_out_of_range'));
  if (needs.length > ROUTING_LIMITS.needs) return [...problems, routingProblem('rules.needs', 'too_many')];
  const known = new Set<string>();
  needs.forEach((need, place) => {
    problems.push(...needProblems(need, `rules.needs.${place}`, known));
  });
  return problems;
}

function* needProblems({ when, skill, minimum }: NeedRule, path: string, known: Set<string>) {
  const conditions = Object.entries(when).filter(([, value]) => value !== undefined);
  if (conditions.length === 0) yield routingProblem(`${path}.when`, 'condition_missing');
  if (!SKILL.test(skill)) yield routingProblem(`${path}.skill`, 'skill_malformed');
  if (!whole(minimum, 1, 100)) yield routingProblem(`${path}.minimum`, 'minimum_out_of_range');
  const key = JSON.stringify([skill, conditions.sort()]);
  if (known.has(key)) yield routingProblem(path, 'need_twice');
  known.add(key);
}

/** The same of a team's settings. */
export function teamRoutingProblems(teamId: string, settings: TeamRoutingSettings): RoutingProblem[] {
  const { answerWithinSeconds: answer, relaxAfterSeconds: relax, overflowAfterSeconds: overflow } = settings;
  const { answerWithinSeconds, lastAgentDays, stageSeconds, queueLimit, releaseMinutes } = ROUTING_LIMITS;
  const problems: RoutingProblem[] = [];
  const check = (path: keyof TeamRoutingSettings, right: boolean, code: RoutingProblemCode) => {
    if (!right) problems.push(routingProblem(path, code));
  };
  const within = (value: number | null, least: number, most: number) => value === null || whole(value, least, most);
  check(
    'answerWithinSeconds',
    within(answer, answerWithinSeconds.least, answerWithinSeconds.most),
    'answer_out_of_range',
  );
  check('lastAgentDays', whole(settings.lastAgentDays, 0, lastAgentDays), 'days_out_of_range');
  check('relaxAfterSeconds', within(relax, 0, stageSeconds), 'seconds_out_of_range');
  check('overflowAfterSeconds', within(overflow, 0, stageSeconds), 'seconds_out_of_range');
  check('overflowAfterSeconds', overflow === null || relax === null || overflow >= relax, 'overflow_before_relax');
  check('queueLimit', within(settings.queueLimit, 1, queueLimit), 'count_out_of_range');
  check('surgeWaiting', within(settings.surgeWaiting, 1, queueLimit), 'count_out_of_range');
  check('releaseAfterMinutes', within(settings.releaseAfterMinutes, 1, releaseMinutes), 'minutes_out_of_range');
  check('overflowTeamIds', settings.overflowTeamIds.length <= ROUTING_LIMITS.overflowTeams, 'too_many');
  settings.overflowTeamIds.forEach((id, place, all) => {
    const path = `overflowTeamIds.${place}`;
    if (id === teamId) problems.push(routingProblem(path, 'overflow_to_itself'));
    else if (all.indexOf(id) < place) problems.push(routingProblem(path, 'overflow_team_twice'));
  });
  return problems;
}

const whole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;
