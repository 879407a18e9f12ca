import { GatheredRead } from './gathered-read.js';

/** Reads that end when the test says so; the answer to a question is its double. */
function desk() {
  const begun: { asked: number[]; end(): void; fail(): void }[] = [];
  const gathered = new GatheredRead<number, number>(
    (asked) =>
      new Promise((resolve, reject) =>
        begun.push({
          asked,
          end: () => resolve(asked.map((question) => question * 2)),
          fail: () => reject(new Error('away')),
        }),
      ),
  );
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { begun, gathered, settled };
}

describe('a gathered read', () => {
  it('sends what is asked at once, and what is asked meanwhile together, each with its own answer', async () => {
    const { begun, gathered, settled } = desk();
    const answers = [1, 2, 3, 4, 5].map((question) => gathered.get(question));
    expect(begun.map(({ asked }) => asked)).toEqual([[1]]);
    begun[0]?.end();
    await settled();
    expect(begun.map(({ asked }) => asked)).toEqual([[1], [2, 3, 4, 5]]);
    begun[1]?.end();
    expect(await Promise.all(answers)).toEqual([2, 4, 6, 8, 10]);
  });

  it('asks for so many together and no more', async () => {
    const { begun, gathered, settled } = desk();
    const answers = Array.from({ length: 150 }, (_, question) => gathered.get(question));
    for (let read = 0; read < 3; read += 1) {
      begun[read]?.end();
      await settled();
    }
    expect(begun.map(({ asked }) => asked.length)).toEqual([1, 100, 49]);
    expect((await Promise.all(answers)).at(-1)).toBe(298);
  });

  it('fails those whose read failed, and goes on with the others', async () => {
    const { begun, gathered, settled } = desk();
    const [first, second, third] = [1, 2, 3].map((question) =>
      gathered.get(question).catch(({ message }: Error) => message),
    );
    begun[0]?.fail();
    await settled();
    begun[1]?.end();
    expect(await Promise.all([first, second, third])).toEqual(['away', 4, 6]);
    const later = gathered.get(4);
    await settled();
    begun[2]?.end();
    expect(await later).toBe(8);
  });
});
