import { LastWord } from './last-word.js';

type Word = { presence: string; kinds?: string[] };

describe('the last word', () => {
  const written: [string, Word][] = [];
  const words = (restMilliseconds: number, write: () => Promise<void> = async () => undefined) =>
    new LastWord<string, Word>(restMilliseconds, async (key, word) => {
      written.push([key, word]);
      await write();
    });
  beforeEach(() => {
    written.length = 0;
  });

  it('writes the first at once, and of a hundred more in its rest the last alone', async () => {
    const spoken = words(60_000);
    await spoken.say('chen', { presence: 'online' });
    const many = Array.from({ length: 100 }, (_, turn) =>
      spoken.say('chen', { presence: turn % 2 ? 'busy' : 'offline' }),
    );
    expect(written).toEqual([['chen', { presence: 'online' }]]);
    await spoken.flush();
    await Promise.all(many);
    expect(written.slice(1)).toEqual([['chen', { presence: 'busy' }]]);
  });

  it('keeps a part that a later word leaves out', async () => {
    const spoken = words(60_000);
    await spoken.say('chen', { presence: 'online' });
    void spoken.say('chen', { presence: 'online', kinds: ['chat'] });
    void spoken.say('chen', { presence: 'busy' });
    await spoken.flush();
    expect(written.at(-1)).toEqual(['chen', { presence: 'busy', kinds: ['chat'] }]);
  });

  it('lets nobody wait for somebody else, and speaks again after the rest', async () => {
    const spoken = words(1);
    await Promise.all([spoken.say('chen', { presence: 'online' }), spoken.say('lin', { presence: 'busy' })]);
    await spoken.say('chen', { presence: 'offline' });
    expect(written.map(([key, { presence }]) => `${key} ${presence}`)).toEqual([
      'chen online',
      'lin busy',
      'chen offline',
    ]);
  });

  it('tells whoever said what could not be written, and writes the next', async () => {
    let fails = true;
    const spoken = words(1, async () => {
      if (fails) throw new Error('no database');
    });
    await expect(spoken.say('chen', { presence: 'online' })).rejects.toThrow('no database');
    fails = false;
    await expect(spoken.say('chen', { presence: 'busy' })).resolves.toBeUndefined();
  });
});
