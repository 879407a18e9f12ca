import { saidOf } from './gathered.js';

describe('what was said', () => {
  it('is bounded at a whole character: half of one is no JSON', () => {
    const { text } = saidOf([
      { id: 'm', seq: 1, body: `${'啊'.repeat(999)}😀`, attached: false, at: '2026-11-21T00:00:00Z' },
    ]);
    expect(text).toBe('啊'.repeat(999));
  });
});
