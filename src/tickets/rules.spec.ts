import { CATEGORIES, STAFF_ROLES, TICKET_STATUSES } from '../contract/index.js';
import { DeskError } from '../platform/errors/index.js';
import { CATEGORY_DATA, subCategoryOf } from './categories.data.js';
import { checkForm } from './form.js';
import { may, standingOf } from './permissions.data.js';
import { isLegal, movesFrom, TRANSITIONS } from './transitions.data.js';

describe('the status machine', () => {
  it('lists no move twice, and none to itself', () => {
    const moves = TRANSITIONS.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(moves).size).toBe(moves.length);
    expect(TRANSITIONS.filter(({ from, to }) => from === to)).toEqual([]);
  });

  it('reaches every status from new, and has no dead end', () => {
    const reached = new Set(['new']);
    for (let grown = -1; grown !== reached.size; ) {
      grown = reached.size;
      for (const { from, to } of TRANSITIONS) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...TICKET_STATUSES].sort());
    expect(TICKET_STATUSES.filter((status) => !TRANSITIONS.some(({ from }) => from === status))).toEqual([]);
    expect(movesFrom('cancelled', 'staff')).toEqual([]);
  });

  it('lets nobody skip the work', () => {
    expect(isLegal('new', 'closed', 'staff')).toBe(false);
    expect(isLegal('open', 'closed', 'staff')).toBe(false);
    expect(movesFrom('resolved', 'customer')).toEqual(['open', 'closed']);
    expect(movesFrom('open', 'customer')).toEqual([]);
  });
});

describe('categories', () => {
  it('has one entry for each key of the contract, and no key twice', () => {
    expect(CATEGORY_DATA.map(({ key }) => key)).toEqual([...CATEGORIES]);
    const keys = CATEGORY_DATA.flatMap(({ subCategories }) => subCategories.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
    expect(subCategoryOf('account', 'payout_delay')).toBeUndefined();
  });

  it('has forms whose patterns are anchored and whose texts are in both languages', () => {
    for (const field of CATEGORY_DATA.flatMap((c) => c.subCategories).flatMap((s) => s.form)) {
      if (field.pattern) expect(field.pattern).toMatch(/^\^.*\$$/);
      expect(field.label['zh-CN'] && field.label.en).toBeTruthy();
      if (field.type === 'select') expect(field.options?.length).toBeGreaterThan(1);
    }
  });
});

describe('a form', () => {
  const fields = subCategoryOf('earnings', 'payout_delay')?.form ?? [];
  const wrong = (values: Record<string, string>) => {
    try {
      return checkForm(fields, values);
    } catch (error) {
      return (error as DeskError).extra.errors?.map(({ path }) => path);
    }
  };

  it('keeps what is right, without what is empty', () => {
    expect(wrong({ order_number: ' DD20261119001 ', amount: '', settlement_date: '2026-11-19' })).toEqual({
      order_number: 'DD20261119001',
      settlement_date: '2026-11-19',
    });
  });

  it.each([
    [{}, ['form.order_number']],
    [{ order_number: 'a b' }, ['form.order_number']],
    [{ order_number: 'DD2026', settlement_date: '2026-02-30' }, ['form.settlement_date']],
    [{ order_number: 'DD2026', amount: '1e9' }, ['form.amount']],
    [{ order_number: 'DD2026', colour: 'red', constructor: 'x' }, ['form.colour', 'form.constructor']],
  ])('names every wrong field of %j', (values, paths) => {
    expect(wrong(values as Record<string, string>)).toEqual(paths);
  });
});

describe('who may do what', () => {
  const agent = { role: 'agent' as const, staffId: 'a', teamIds: ['frontline'] };
  const ticket = { teamId: 'settlement', assigneeId: null, watched: false };

  it('is told by how one stands to the ticket', () => {
    expect(standingOf(agent, { ...ticket, teamId: 'frontline' })).toBe('own_team');
    expect(standingOf(agent, { ...ticket, assigneeId: 'a' })).toBe('own_team');
    expect(standingOf(agent, { ...ticket, watched: true })).toBe('watched');
    expect(standingOf(agent, ticket)).toBe('stranger');
  });

  it('gives strangers nothing but the door with a reason, and admins everything', () => {
    expect(may('agent', 'stranger', 'see')).toBe(false);
    expect(may('supervisor', 'stranger', 'see')).toBe(false);
    expect(may('agent', 'stranger', 'enter_by_number')).toBe(true);
    expect(may('agent', 'watched', 'work')).toBe(false);
    expect(may('admin', 'stranger', 'work')).toBe(true);
    for (const role of STAFF_ROLES) expect(may(role, 'own_team', 'work')).toBe(true);
  });
});
