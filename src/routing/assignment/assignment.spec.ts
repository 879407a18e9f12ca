import fc from 'fast-check';
import { assign, type Person, type WaitingCase } from './assignment.js';

const person = (staffId: string, some: Partial<Person> = {}): Person => ({
  staffId,
  load: 0,
  capacity: 5,
  kindLoads: {},
  kindLimits: {},
  pausedKinds: [],
  skills: {},
  idleSeconds: null,
  turn: staffId.charCodeAt(0),
  ...some,
});
const one = (ticketId: string, some: Partial<WaitingCase> = {}): WaitingCase => ({
  ticketId,
  teamId: 'team',
  kind: 'chat',
  units: 1,
  stage: 'team',
  needs: [],
  preferred: [null, null],
  declined: [],
  ...some,
});
const cases = (count: number) => Array.from({ length: count }, (_, n) => one(`case ${n}`));
const ENGLISH = { skill: 'language:en', minimum: 50, required: true };

describe('who is given what', () => {
  it.each([
    ['balanced', ['a', 'b', 'b', 'a', 'b', 'b']],
    ['round_robin', ['a', 'b', 'a', 'b', 'a', 'b']],
  ] as const)('%s: each case sees what those before it have given', (strategy, expected) => {
    const people = [person('a', { capacity: 3 }), person('b', { capacity: 6 })];
    expect(assign(cases(6), people, strategy).map(({ staffId }) => staffId)).toEqual(expected);
  });

  it('passes over what nobody can take, and keeps the order of the others', () => {
    const waiting = [
      one('hard', { stage: 'skills', needs: [ENGLISH] }),
      one('easy'),
      one('relaxed', { needs: [ENGLISH] }),
    ];
    const gifts = assign(waiting, [person('a')], 'balanced');
    expect(gifts.map(({ ticketId }) => ticketId)).toEqual(['easy', 'relaxed']);
    expect(gifts[1]?.because).toMatchObject({ reason: 'only_one', considered: 1, missing: [ENGLISH] });
  });

  it('says why: a favour, a skill, or the strategy, with the numbers of that moment', () => {
    const people = [person('a', { idleSeconds: 60 }), person('b', { skills: { 'language:en': 50 } }), person('c')];
    const waiting = [
      one('favoured', { preferred: [null, 'c'], needs: [ENGLISH] }),
      one('skilled', { needs: [ENGLISH] }),
      one('plain', { preferred: [] }),
    ];
    const [favoured, skilled, plain] = assign(waiting, people, 'longest_idle').map(({ because }) => because);
    expect(favoured).toMatchObject({ reason: 'last_agent', chosen: { staffId: 'c', load: 0, needsMet: 0 } });
    expect(skilled).toMatchObject({ reason: 'skills', considered: 3, chosen: { staffId: 'b', needsMet: 1 } });
    expect(plain).toMatchObject({
      reason: 'longest_idle',
      chosen: { staffId: 'a', idleSeconds: 60 },
      others: [
        { staffId: 'c', load: 1, idleSeconds: 0 },
        { staffId: 'b', load: 1, idleSeconds: 0 },
      ],
    });
  });

  it('gives nobody more than they can hold, of anything or of one kind, and leaves nothing that somebody could take', () => {
    const kind = fc.constantFrom('chat' as const, 'phone' as const);
    const people = fc.array(
      fc.record({
        load: fc.nat(4),
        capacity: fc.integer({ min: 5, max: 9 }),
        limit: fc.option(fc.nat(6)),
        paused: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    );
    const waiting = fc.array(fc.record({ kind, units: fc.integer({ min: 1, max: 3 }), declined: fc.nat(6) }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(people, waiting, (some, asked) => {
        const team = some.map(({ load, capacity, limit, paused }, turn) =>
          person(`p${turn}`, {
            ...{ load, capacity, turn, kindLoads: { chat: load }, pausedKinds: paused ? ['phone'] : [] },
            ...(limit !== null && { kindLimits: { chat: limit } }),
          }),
        );
        const queue = asked.map(({ declined, ...each }, n) =>
          one(`case ${n}`, { ...each, declined: [`p${declined}`] }),
        );
        const gifts = assign(queue, team, 'balanced');
        expect(new Set(gifts.map(({ ticketId }) => ticketId)).size).toBe(gifts.length);
        const heldBy = (staffId: string, of: readonly string[] = ['chat', 'phone']) =>
          gifts
            .filter((gift) => gift.staffId === staffId)
            .map(({ ticketId }) => queue.find((each) => each.ticketId === ticketId) as WaitingCase)
            .filter((each) => of.includes(each.kind))
            .reduce((sum, { units }) => sum + units, 0);
        const left = queue.filter(({ ticketId }) => !gifts.some((gift) => gift.ticketId === ticketId));
        for (const { staffId, load, capacity, kindLimits, pausedKinds } of team) {
          const room = capacity - load - heldBy(staffId);
          const ofChats = (kindLimits.chat ?? 99) - load - heldBy(staffId, ['chat']);
          expect(room).toBeGreaterThanOrEqual(0);
          if (heldBy(staffId, ['chat']) > 0) expect(ofChats).toBeGreaterThanOrEqual(0);
          if (pausedKinds.length > 0) expect(heldBy(staffId, ['phone'])).toBe(0);
          for (const each of left) {
            const takes = each.kind === 'chat' ? each.units <= ofChats : !pausedKinds.includes('phone');
            expect(each.units <= room && takes && !each.declined.includes(staffId)).toBe(false);
          }
        }
      }),
    );
  });
});
