/** @own-modules, for its desk lacks the rooms whose jobs the others have. */
import { type INestApplicationContext, Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../src/platform/db/index.js';
import {
  Absorbs,
  Consumer,
  type DeliveredEvent,
  defineEvent,
  Handles,
  Outbox,
  Relay,
} from '../../src/platform/outbox/index.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { bootConsumers } from '../support/outbox.js';
import { until } from '../support/until.js';

const Rang = defineEvent<{ bell: number }>('bell.rang');
const Hummed = defineEvent<{ bell: number }>('bell.hummed');
type Sound = DeliveredEvent<{ bell: number }>;

/** Takes whatever sounds, of all keys at once. */
@Injectable()
@Consumer({ name: 'test.choir', onPoison: 'skip' })
class Choir {
  readonly together: string[][] = [];
  readonly alone: number[] = [];

  @Handles(Rang)
  @Handles(Hummed)
  async one(_tx: Transaction, { payload }: Sound): Promise<void> {
    this.alone.push(payload.bell);
  }

  @Absorbs(Rang, { each: true })
  @Absorbs(Hummed, { each: true })
  async all(_tx: Transaction, events: Sound[]): Promise<string[]> {
    this.together.push(events.map(({ key, payload }) => `${key} ${payload.bell}`));
    return events.map(({ id }) => id);
  }
}

/** Takes its time over each bell, until it is let go. */
@Injectable()
@Consumer({ name: 'test.slow', onPoison: 'skip' })
class Slow {
  readonly heard: number[] = [];
  begun = 0;
  failing = false;
  letGo: () => void = () => undefined;
  held: Promise<void> = Promise.resolve();

  hold(): void {
    this.held = new Promise((resolve) => {
      this.letGo = resolve;
    });
  }

  @Handles(Rang)
  async onRang(_tx: Transaction, { payload }: Sound): Promise<void> {
    this.begun += 1;
    await this.held;
    if (this.failing) throw new Error('stumbled');
    this.heard.push(payload.bell);
  }
}

/** Somebody waits for it. */
@Injectable()
@Consumer({ name: 'test.waited-for', onPoison: 'skip', urgent: true })
class WaitedFor {
  readonly heard: number[] = [];

  @Handles(Hummed)
  async onHummed(_tx: Transaction, { payload }: Sound): Promise<void> {
    this.heard.push(payload.bell);
  }
}

describe('what goes together, and what goes first', () => {
  let testDatabase: TestDatabase;
  let context: INestApplicationContext;
  let database: Database;
  let relay: Relay;

  beforeEach(async () => {
    testDatabase = await createTestDatabase();
  });
  afterEach(async () => {
    await context.close();
    await testDatabase.drop();
  });

  async function desk(...consumers: (new () => object)[]): Promise<void> {
    context = await bootConsumers(testDatabase, ...consumers);
    database = context.get(Database);
    relay = context.get(Relay);
  }

  const sound = (...events: ReturnType<typeof Rang>[]) =>
    database.transaction((tx) => context.get(Outbox).add(tx, ...events));
  const waiting = async () => (await database.query('SELECT id FROM outbox')).length;

  it('gives every event of many keys, of all its kinds and in order, to who takes each', async () => {
    await desk(Choir);
    await sound(Rang('a', { bell: 1 }), Hummed('b', { bell: 2 }), Hummed('a', { bell: 3 }), Rang('a', { bell: 4 }));
    await relay.runUntilQuiet();
    const choir = context.get(Choir);
    expect(choir.together).toEqual([['a 1', 'a 3', 'a 4', 'b 2']]);
    expect(choir.alone).toEqual([]);
    expect(await waiting()).toBe(0);
  });

  it('does not offer again what waits for another consumer alone', async () => {
    await desk(Choir, Slow);
    const [choir, slow] = [context.get(Choir), context.get(Slow)];
    slow.failing = true;
    await sound(Rang('a', { bell: 1 }));
    await relay.runUntilQuiet();
    expect(await waiting()).toBe(1);
    slow.failing = false;
    await database.query('UPDATE outbox_blocks SET retry_at = desk_now()');
    await database.query('UPDATE outbox SET retry_at = desk_now()');
    await relay.runUntilQuiet();
    expect(slow.heard).toEqual([1]);
    expect(choir.together).toEqual([['a 1']]);
    expect(choir.alone).toEqual([]);
    expect(await waiting()).toBe(0);
  });

  it('leaves the events until the last who follows them is done, and takes them back when that one stumbles', async () => {
    await desk(Slow);
    const slow = context.get(Slow);
    slow.failing = true;
    await sound(Rang('a', { bell: 1 }), Rang('a', { bell: 2 }));
    await relay.runUntilQuiet();
    expect([slow.heard, await waiting()]).toEqual([[], 2]);
    expect(await database.query('SELECT consumer FROM outbox_inbox')).toEqual([]);
  });

  it('looks again at a key that finds no hand, for what has come to lie there meanwhile', async () => {
    await desk(Choir, Slow);
    const [choir, slow] = [context.get(Choir), context.get(Slow)];
    slow.hold();
    await sound(...Array.from({ length: 6 }, (_, bell) => Rang(`slow:${bell}`, { bell })), Rang('late', { bell: 6 }));
    relay.start();
    await until(() => slow.begun === 6, 'all hands');
    await sound(Hummed('late', { bell: 7 }), Rang('late', { bell: 8 }));
    await until(() => choir.together.flat().includes('late 8'), 'what needs no hand');
    expect(choir.together.flat().filter((heard) => heard.startsWith('late'))).toEqual(['late 6', 'late 7', 'late 8']);
    expect([choir.alone, slow.heard]).toEqual([[], []]);
    slow.letGo();
    await until(async () => (await waiting()) === 0, 'the rest');
    expect(slow.heard.slice(-2)).toEqual([6, 8]);
  });

  it('keeps hands free for what somebody waits for', async () => {
    await desk(Slow, WaitedFor);
    const [slow, waitedFor] = [context.get(Slow), context.get(WaitedFor)];
    slow.hold();
    await sound(...Array.from({ length: 50 }, (_, bell) => Rang(`slow:${bell}`, { bell })));
    relay.start();
    await until(() => slow.begun >= 6, 'all hands of the others');
    await sound(Hummed('quick', { bell: 1 }));
    await until(() => waitedFor.heard.length === 1, 'what somebody waits for');
    expect(slow.heard).toEqual([]);
    slow.letGo();
    await until(() => slow.heard.length === 50, 'all the others');
  });
});
