import { changedFacts, editOf, rebaseFacts } from './case-draft.js';

const base = { subject: '货款', category: 'earnings', subCategory: 'payout_delay', nature: 'fault', priority: 'P2' };

describe('changedFacts', () => {
  it('treats absent and empty alike', () => {
    expect(changedFacts({ a: '', b: '1' }, { b: '2', c: '' })).toEqual(['b']);
  });
});

describe('rebaseFacts', () => {
  it('keeps my edits and takes theirs elsewhere', () => {
    const mine = { ...base, priority: 'P1' };
    const theirs = { ...base, nature: 'usage' };
    expect(rebaseFacts(base, mine, theirs)).toEqual({
      facts: { ...base, priority: 'P1', nature: 'usage' },
      theirs: ['nature'],
      conflicts: [],
    });
  });

  it('names what both changed differently, and lets mine stand', () => {
    const rebased = rebaseFacts(base, { ...base, priority: 'P1' }, { ...base, priority: 'P0' });
    expect(rebased.conflicts).toEqual(['priority']);
    expect(rebased.facts.priority).toBe('P1');
  });

  it('is no conflict when both chose the same', () => {
    expect(rebaseFacts(base, { ...base, priority: 'P0' }, { ...base, priority: 'P0' }).conflicts).toEqual([]);
  });
});

describe('editOf', () => {
  it('sends only what changed', () => {
    expect(editOf(base, { ...base, priority: 'P1' }, ['orderNumber'])).toEqual({ priority: 'P1' });
  });

  it('sends the form whole, without empty values or fields it no longer has', () => {
    const mine = { ...base, 'form.orderNumber': ' 8801 ', 'form.amount': '', 'form.old': 'x' };
    expect(editOf(base, mine, ['orderNumber', 'amount'])).toEqual({ form: { orderNumber: '8801' } });
  });

  it('leaves the form alone when only the sub-category changed', () => {
    const mine = { ...base, subCategory: 'withdrawal_failed', 'form.orderNumber': '' };
    expect(editOf({ ...base, 'form.orderNumber': '8801' }, mine, ['account'])).toEqual({
      subCategory: 'withdrawal_failed',
    });
  });
});
