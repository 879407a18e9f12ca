import { Hearing } from './hearing.js';

const options = { locale: 'zh-CN' as const, words: { person: [], anger: [], money: [] } };
const messages = Array.from({ length: 200 }, (_, at) => ({ id: `m${at}`, body: '我要找，钱被扣 please '.repeat(180) }));

describe('a run of messages', () => {
  it('is read once each, however often it is gone through, and lets others have a turn', async () => {
    const hearing = new Hearing();
    let turns = 0;
    const others = setInterval(() => (turns += 1), 1);
    await hearing.hear('', messages, options);
    clearInterval(others);
    expect(turns).toBeGreaterThan(20);
    const began = process.cpuUsage();
    for (let time = 0; time < 20; time += 1) await hearing.hear('', messages, options);
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(200);
  });

  it('is heard by the words of now', async () => {
    const hearing = new Hearing();
    const said = [{ id: 'm', body: '掌柜的在哪' }];
    expect((await hearing.hear('', said, options)).wantsPerson).toBe(false);
    const words = { ...options.words, person: ['掌柜'] };
    expect((await hearing.hear('', said, { ...options, words })).wantsPerson).toBe(true);
  });
});
