import { SharedRead } from './shared-read.js';

/** Reads that end when the test says so. */
function doors() {
  const begun: { key: string; end(value: string): void; fail(): void }[] = [];
  const shared = new SharedRead<string, string>(
    (key) => new Promise((end, reject) => begun.push({ key, end, fail: () => reject(new Error('away')) })),
  );
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { begun, shared, settled };
}

describe('a shared read', () => {
  it('tells all who ask while one is under way by the next one, which begins after they asked', async () => {
    const { begun, shared, settled } = doors();
    const first = shared.get('a');
    const rest = [shared.get('a'), shared.get('a'), shared.get('a')];
    expect(begun).toHaveLength(1);
    begun[0]?.end('old');
    expect(await first).toBe('old');
    await settled();
    expect(begun).toHaveLength(2);
    begun[1]?.end('new');
    expect(await Promise.all(rest)).toEqual(['new', 'new', 'new']);
  });

  it('keeps nothing once it is over', async () => {
    const { begun, shared, settled } = doors();
    for (const value of ['one', 'two', 'three']) {
      const asked = shared.get('a');
      begun.at(-1)?.end(value);
      expect(await asked).toBe(value);
      await settled();
    }
    expect(begun).toHaveLength(3);
  });

  it('does not mix what is asked of different keys', async () => {
    const { begun, shared } = doors();
    const both = Promise.all([shared.get('a'), shared.get('b')]);
    begun.find(({ key }) => key === 'b')?.end('of b');
    begun.find(({ key }) => key === 'a')?.end('of a');
    expect(await both).toEqual(['of a', 'of b']);
  });

  it('fails those who asked for it alone, and the next one begins all the same', async () => {
    const { begun, shared, settled } = doors();
    const first = shared.get('a').catch((error: Error) => error.message);
    const second = shared.get('a');
    begun[0]?.fail();
    expect(await first).toBe('away');
    await settled();
    begun[1]?.end('back');
    expect(await second).toBe('back');
  });
});
