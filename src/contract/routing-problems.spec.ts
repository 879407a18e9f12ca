import type { NeedRule, RoutingRules, TeamRoutingSettings } from './routing.js';
import { routingRulesProblems, SKILL, teamRoutingProblems } from './routing-problems.js';

const NEED: NeedRule = { when: { locale: 'en' }, skill: 'language:en', minimum: 50, required: true };
const RULES: RoutingRules = {
  headStarts: { P0: 86_400, P1: 3_600, P2: 900, P3: 0, premium: 600, live: 300 },
  units: { chat: 1, phone: 2, email: 1, form: 1 },
  needs: [NEED],
};
const TEAM: TeamRoutingSettings = {
  strategy: 'balanced',
  answerWithinSeconds: 180,
  lastAgentDays: 7,
  relaxAfterSeconds: 60,
  overflowAfterSeconds: 300,
  overflowTeamIds: ['b'],
  shiftOnly: false,
  queueLimit: null,
  releaseAfterMinutes: 60,
  surgeWaiting: null,
};

const codes = (problems: { path: string; code: string }[]) => problems.map(({ path, code }) => `${path} ${code}`);

describe('what is wrong with rules of routing', () => {
  const of = (change: Partial<RoutingRules>) => codes(routingRulesProblems({ ...RULES, ...change }));
  const need = (change: Partial<NeedRule>) => of({ needs: [{ ...NEED, ...change }] });
  const heads = (change: object) => of({ headStarts: { ...RULES.headStarts, ...change } });

  it('nothing, of those that make sense', () => expect(of({})).toEqual([]));
  it.each([
    [heads({ premium: -1 }), 'rules.headStarts.premium head_start_out_of_range'],
    [heads({ live: 1.5 }), 'rules.headStarts.live head_start_out_of_range'],
    [heads({ P0: 2_592_001 }), 'rules.headStarts.P0 head_start_out_of_range'],
    [heads({ P2: 7_200 }), 'rules.headStarts.P1 head_starts_out_of_order'],
    [of({ units: { ...RULES.units, form: 0 } }), 'rules.units.form units_out_of_range'],
    [need({ when: {} }), 'rules.needs.0.when condition_missing'],
    [need({ when: { locale: undefined } }), 'rules.needs.0.when condition_missing'],
    [need({ skill: 'english' }), 'rules.needs.0.skill skill_malformed'],
    [need({ minimum: 0 }), 'rules.needs.0.minimum minimum_out_of_range'],
    [need({ minimum: Number.NaN }), 'rules.needs.0.minimum minimum_out_of_range'],
    [of({ needs: [NEED, { ...NEED, minimum: 60 }] }), 'rules.needs.1 need_twice'],
    [of({ needs: Array(201).fill(NEED) }), 'rules.needs too_many'],
  ])('%j: %s', (problems, expected) => expect(problems).toEqual([expected]));

  it.each(['language:en', 'industry:女装', 'category:earnings/payout_delay', 'entry:live_room'])(
    '%s is a skill',
    (skill) => expect(skill).toMatch(SKILL),
  );
});

describe('what is wrong with the settings of a team', () => {
  const of = (change: Partial<TeamRoutingSettings>) => codes(teamRoutingProblems('a', { ...TEAM, ...change }));

  it('nothing, of those that make sense', () => {
    expect(of({})).toEqual([]);
    expect(of({ answerWithinSeconds: null, relaxAfterSeconds: null, overflowAfterSeconds: null })).toEqual([]);
    expect(of({ relaxAfterSeconds: 0, overflowAfterSeconds: 0, lastAgentDays: 0, overflowTeamIds: [] })).toEqual([]);
  });
  it.each([
    [of({ answerWithinSeconds: 9 }), 'answerWithinSeconds answer_out_of_range'],
    [of({ lastAgentDays: 366 }), 'lastAgentDays days_out_of_range'],
    [of({ relaxAfterSeconds: -1 }), 'relaxAfterSeconds seconds_out_of_range'],
    [of({ overflowAfterSeconds: 604_801 }), 'overflowAfterSeconds seconds_out_of_range'],
    [of({ overflowAfterSeconds: 59 }), 'overflowAfterSeconds overflow_before_relax'],
    [of({ overflowTeamIds: ['a'] }), 'overflowTeamIds.0 overflow_to_itself'],
    [of({ overflowTeamIds: ['b', 'b'] }), 'overflowTeamIds.1 overflow_team_twice'],
    [of({ overflowTeamIds: 'bcdefghijkl'.split('') }), 'overflowTeamIds too_many'],
    [of({ queueLimit: 0 }), 'queueLimit count_out_of_range'],
    [of({ surgeWaiting: 0.5 }), 'surgeWaiting count_out_of_range'],
    [of({ releaseAfterMinutes: 0 }), 'releaseAfterMinutes minutes_out_of_range'],
  ])('%j: %s', (problems, expected) => expect(problems).toEqual([expected]));
});
