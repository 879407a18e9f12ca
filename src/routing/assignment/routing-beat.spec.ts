import { loadConfig } from '../../config.js';
import { createPino, Logger } from '../../platform/logger/index.js';
import { RoutingBeat } from './routing-beat.service.js';

const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: 'postgres://127.0.0.1/none' });

describe('the beat of routing', () => {
  it('runs every part in turn; one that fails keeps none of the others, and is named', async () => {
    const beat = new RoutingBeat(config, new Logger(createPino('silent')));
    const ran: string[] = [];
    const part = (name: string, work: () => void = () => undefined) =>
      beat.add({
        name,
        work: async () => {
          ran.push(name);
          work();
        },
      });
    part('first');
    part('broken', () => {
      throw new Error('no');
    });
    part('last');
    await expect(beat.runOnce()).rejects.toThrow('broken failed');
    expect(ran).toEqual(['first', 'broken', 'last']);
  });

  it('beats for each part as often as it asks for', async () => {
    const beat = new RoutingBeat(config, new Logger(createPino('silent')));
    let [often, seldom] = [0, 0];
    const twice = new Promise<void>((done) => {
      beat.add({ name: 'often', work: async () => ++often === 2 && done() });
    });
    beat.add({ name: 'seldom', everySeconds: 60, work: async () => ++seldom });
    beat.start();
    await twice;
    await beat.beforeApplicationShutdown();
    expect(seldom).toBe(1);
  });
});
