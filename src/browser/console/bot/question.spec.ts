import { isFiltered, listOf, questionOf } from './question.js';

describe('what the address asks of conversations with the bot', () => {
  it('begins with those that need a person', () => {
    expect(questionOf(new URLSearchParams()).toString()).toBe('list=needs_person');
    expect(listOf(new URLSearchParams('list=running'))).toBe('running');
    expect(listOf(new URLSearchParams('list=nonsense'))).toBe('needs_person');
  });

  it('shows all behind a number of the report', () => {
    const address = new URLSearchParams('outcome=confirmed&cameBack=true&from=2026-11-01&to=2026-11-07&other=1');
    expect(isFiltered(address)).toBe(true);
    expect(Object.fromEntries(questionOf(address))).toEqual({
      outcome: 'confirmed',
      cameBack: 'true',
      from: '2026-11-01',
      to: '2026-11-07',
      list: 'all',
    });
  });
});
