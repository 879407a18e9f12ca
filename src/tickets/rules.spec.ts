import { CATEGORIES, FIELD_FORMATS, STAFF_ROLES, TICKET_STATUSES } from '../contract/index.js';
import { DeskError } from '../platform/errors/index.js';
import { fieldView } from './categories/categories.service.js';
import { lenientForm, strictForm } from './categories/form-fill.js';
import { CATEGORY_PRESETS } from './categories/presets.data.js';
import { revisedForm } from './categories/revised-form.js';
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
    expect(movesFrom('open', 'customer')).toEqual(['cancelled']);
  });
});

describe('the presets of the categories', () => {
  const fields = CATEGORY_PRESETS.flatMap(({ subCategories }) => subCategories).flatMap(({ form }) => form);

  it('have one entry for each key of the contract, and no key twice', () => {
    expect(CATEGORY_PRESETS.map(({ key }) => key)).toEqual([...CATEGORIES]);
    const keys = CATEGORY_PRESETS.flatMap(({ subCategories }) => subCategories.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('have forms that an administrator could have written, in both languages', () => {
    for (const { subCategories } of CATEGORY_PRESETS)
      for (const { form } of subCategories) expect(revisedForm([], form)).toEqual(form);
    for (const { label } of fields) expect(label['zh-CN'] && label.en).toBeTruthy();
  });

  it('know only formats that are anchored', () => {
    for (const pattern of Object.values(FIELD_FORMATS)) expect(pattern).toMatch(/^\^.*\$$/);
  });
});

describe('a form', () => {
  const form = CATEGORY_PRESETS[1]?.subCategories.find(({ key }) => key === 'payout_delay')?.form ?? [];
  const fields = form.map(fieldView);
  const wrong = (values: Record<string, string>, asked = fields, before = {}) => {
    try {
      return strictForm(asked, values, { before });
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

  describe('that was edited while a case uses it', () => {
    const [number, ...others] = fields;
    const edited = [{ ...(number as (typeof fields)[number]), archived: true as const }, ...others];
    const before = { order_number: 'DD2026', amount: '1e9' };

    it('takes what the case had before, and nothing like it', () => {
      expect(wrong({ amount: '1e9', order_number: 'DD2026' }, edited, before)).toEqual(before);
      expect(wrong({ amount: '1e8' }, edited, before)).toEqual(['form.amount']);
      expect(wrong({ order_number: 'DD2027' }, edited, before)).toEqual(['form.order_number']);
    });

    it('keeps what is not asked any more, until it is emptied', () => {
      expect(wrong({ amount: '3' }, edited, before)).toEqual({ order_number: 'DD2026', amount: '3.00' });
      expect(wrong({ amount: '3', order_number: '' }, edited, before)).toEqual({ amount: '3.00' });
    });

    it('takes what fits of what was filled in by the one before, and names the rest', () => {
      expect(lenientForm(edited, { order_number: 'DD2027', amount: '3', gone: 'x' })).toMatchObject({
        values: { amount: '3.00' },
        leftOut: [
          { key: 'order_number', value: 'DD2027', code: 'unknown_field', label: { en: 'Order number' } },
          { key: 'gone', value: 'x', code: 'unknown_field' },
        ],
      });
    });
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
