/** @own-modules, for its desk lacks the rooms whose jobs the others have. */
import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../src/platform/db/index.js';
import {
  Absorbs,
  Consumer,
  DeadLetters,
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
type Ring = DeliveredEvent<{ bell: number }>;

/** Writes down what it hears in a table of its own; stumbles where a test tells it to. */
class Listener {
  stumbleAt: number | undefined;
  async hear(tx: Transaction, { key, payload }: Ring): Promise<void> {
    await tx.query('INSERT INTO heard (consumer, key, bell) VALUES ($1, $2, $3)', [
      this.constructor.name,
      key,
      payload.bell,
    ]);
    if (payload.bell === this.stumbleAt) throw new Error('stumbled');
  }
}

@Injectable()
@Consumer({ name: 'test.patient', onPoison: 'halt' })
class Patient extends Listener {
  @Handles(Rang)
  onRang(tx: Transaction, event: Ring): Promise<void> {
    return this.hear(tx, event);
  }
}

@Injectable()
@Consumer({ name: 'test.brisk', onPoison: 'skip' })
class Brisk extends Listener {
  @Handles(Rang, { when: ({ bell }) => bell >= 0 })
  onRang(tx: Transaction, event: Ring): Promise<void> {
    return this.hear(tx, event);
  }
}

/** Cares for loud bells alone, and of a row of those for the last. */
@Injectable()
@Consumer({ name: 'test.calm', onPoison: 'skip' })
class Calm extends Listener {
  readonly offered: string[][] = [];
  broken = false;

  @Handles(Rang, { covers: (later, earlier) => later.bell >= 100 === earlier.bell >= 100 })
  onRang(tx: Transaction, event: Ring): Promise<void> {
    return this.hear(tx, event);
  }

  @Absorbs(Rang)
  async passOver(_tx: Transaction, events: Ring[]): Promise<string[]> {
    this.offered.push(events.map(({ key, payload }) => `${key} ${payload.bell}`));
    if (this.broken) throw new Error('broken');
    return events.filter(({ payload }) => payload.bell < 100).map(({ id }) => id);
  }
}

describe('the outbox', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  const open: { close(): Promise<void> }[] = [];

  async function boot(...consumers: (new () => object)[]) {
    const context = await bootConsumers(testDatabase, ...consumers);
    open.push(context);
    return context;
  }

  const heard = async (consumer: string, key = 'bell:a') =>
    (
      await database.query<{ bell: number }>('SELECT bell FROM heard WHERE consumer = $1 AND key = $2 ORDER BY n', [
        consumer,
        key,
      ])
    ).map((row) => row.bell);

  const ring = (outbox: Outbox, ...bells: number[]) =>
    database.transaction((tx) => outbox.add(tx, ...bells.map((bell) => Rang('bell:a', { bell }))));

  /** Time goes by for those who wait to try again. */
  const later = () =>
    database
      .query(`UPDATE outbox_blocks SET retry_at = desk_now() WHERE retry_at < 'infinity'`)
      .then(() => database.query(`UPDATE outbox SET retry_at = desk_now() WHERE retry_at < 'infinity'`));

  beforeEach(async () => {
    testDatabase = await createTestDatabase();
  });
  afterEach(async () => {
    for (const context of open.splice(0)) await context.close();
    await testDatabase.drop();
  });

  async function desk(...consumers: (new () => object)[]) {
    const context = await boot(...(consumers.length > 0 ? consumers : [Patient, Brisk]));
    database = context.get(Database);
    await database.query(
      'CREATE TABLE heard (n bigint GENERATED ALWAYS AS IDENTITY, consumer text, key text, bell int)',
    );
    return {
      context,
      outbox: context.get(Outbox),
      relay: context.get(Relay),
      get patient() {
        return context.get(Patient);
      },
      get brisk() {
        return context.get(Brisk);
      },
      get calm() {
        return context.get(Calm);
      },
    };
  }

  const ringAt = (outbox: Outbox, key: string, ...bells: number[]) =>
    database.transaction((tx) => outbox.add(tx, ...bells.map((bell) => Rang(key, { bell }))));
  const waiting = () => database.query('SELECT key FROM outbox');

  it('does for many keys at once what asks for no handler, and carries the rest', async () => {
    const { outbox, relay, calm } = await desk(Calm);
    await ringAt(outbox, 'bell:a', 1, 2, 3);
    await ringAt(outbox, 'bell:b', 4);
    await ringAt(outbox, 'bell:c', 100, 101);
    await relay.runUntilQuiet();
    expect(calm.offered).toEqual([['bell:a 3', 'bell:b 4', 'bell:c 101']]);
    expect(await heard('Calm', 'bell:a')).toEqual([]);
    expect(await heard('Calm', 'bell:c')).toEqual([101]);
    expect(await waiting()).toEqual([]);
  });

  it('offers nothing of a key whose facts do not stand for each other', async () => {
    const { outbox, relay, calm } = await desk(Calm);
    await ringAt(outbox, 'bell:a', 1, 100, 2);
    await relay.runUntilQuiet();
    expect(calm.offered).toEqual([]);
    expect(await heard('Calm')).toEqual([1, 100, 2]);
  });

  it('leaves to another consumer what only one has no use for', async () => {
    const { outbox, relay } = await desk(Calm, Brisk);
    await ring(outbox, 1);
    await relay.runUntilQuiet();
    expect(await heard('Brisk')).toEqual([1]);
    expect(await waiting()).toEqual([]);
  });

  it('handles one by one what could not be looked at together, and finds what cannot be handled', async () => {
    const { outbox, relay, calm } = await desk(Calm);
    calm.broken = true;
    calm.stumbleAt = 3;
    await ringAt(outbox, 'bell:a', 1, 2, 3);
    await ringAt(outbox, 'bell:b', 4);
    await relay.runUntilQuiet();
    expect(await heard('Calm', 'bell:a')).toEqual([1, 2]);
    expect(await heard('Calm', 'bell:b')).toEqual([4]);
    calm.stumbleAt = undefined;
    const offers = calm.offered.length;
    await later();
    await relay.runUntilQuiet();
    // Somebody waits for this key: it is looked at by itself.
    expect(calm.offered).toHaveLength(offers);
    expect(await heard('Calm', 'bell:a')).toEqual([1, 2, 3]);
    expect(await waiting()).toEqual([]);
  });

  it('looks again at once when a look has left its hands nothing to do', async () => {
    const { relay } = await desk(Calm);
    // Ten looks, and nobody hints at any: with a poll between two of them they would take ten seconds.
    await database.query(
      `INSERT INTO outbox (key, type, payload)
       SELECT 'bell:' || n, 'bell.rang', '{"bell": 1}' FROM generate_series(1, 2000) n`,
    );
    relay.start();
    await until(async () => (await waiting()).length === 0, 'all that was waiting', 6_000);
  });

  it('refuses to boot with an absorber of what is not handled', async () => {
    @Injectable()
    @Consumer({ name: 'test.idle', onPoison: 'skip' })
    class Idle extends Listener {
      @Handles(Hummed)
      onHummed(tx: Transaction, event: Ring): Promise<void> {
        return this.hear(tx, event);
      }
      @Absorbs(Rang)
      passOver(_tx: Transaction, _events: Ring[]): Promise<string[]> {
        return Promise.resolve([]);
      }
    }
    await expect(boot(Idle)).rejects.toThrow('test.idle absorbs bell.rang without handling it');
  });

  it('carries the facts of a key to every consumer, once, in the order they were written', async () => {
    const { outbox, relay } = await desk();
    await ring(outbox, 1, 2, -3);
    await ring(outbox, 4);
    await relay.runUntilQuiet();
    expect(await heard('Patient')).toEqual([1, 2, -3, 4]);
    expect(await heard('Brisk')).toEqual([1, 2, 4]);
    expect(await relay.runOnce()).toBe(0);
    expect(await database.query('SELECT 1 FROM outbox')).toEqual([]);
  });

  it('carries nothing of a transaction that was rolled back', async () => {
    const { outbox, relay } = await desk();
    const failing = database.transaction(async (tx) => {
      await outbox.add(tx, Rang('bell:a', { bell: 1 }));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await relay.runUntilQuiet();
    expect(await heard('Patient')).toEqual([]);
  });

  it('refuses a fact without a transaction', async () => {
    const { outbox } = await desk();
    await expect(outbox.add(database as never, Rang('bell:a', { bell: 1 }))).rejects.toThrow('needs the transaction');
  });

  it('does not skip a transaction that commits after a later one has been carried', async () => {
    const { outbox, relay } = await desk();
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let written: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => {
      written = resolve;
    });
    const slow = database.transaction(async (tx) => {
      await outbox.add(tx, Rang('bell:slow', { bell: 1 }));
      written();
      await held;
    });
    await inside;
    await ring(outbox, 2);
    await relay.runUntilQuiet();
    letGo();
    await slow;
    await relay.runUntilQuiet();
    expect(await heard('Patient', 'bell:slow')).toEqual([1]);
  });

  it('undoes what a stumbling handler did, keeps its key waiting, and lets others go on', async () => {
    const { outbox, relay, patient } = await desk();
    patient.stumbleAt = 2;
    await ring(outbox, 1, 2, 3);
    await relay.runUntilQuiet();
    expect(await heard('Patient')).toEqual([1]);
    expect(await heard('Brisk')).toEqual([1, 2, 3]);
    patient.stumbleAt = undefined;
    await later();
    await relay.runUntilQuiet();
    expect(await heard('Patient')).toEqual([1, 2, 3]);
  });

  it('buries a poison event after the last try: who skips goes on, who halts waits for a person', async () => {
    const { outbox, relay, patient, brisk } = await desk();
    patient.stumbleAt = 1;
    brisk.stumbleAt = 1;
    await ring(outbox, 1, 2);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await relay.runUntilQuiet();
      await later();
    }
    expect(await heard('Brisk')).toEqual([2]);
    expect(await heard('Patient')).toEqual([]);
    const letters = await database.query('SELECT consumer, payload, error FROM dead_letters ORDER BY consumer');
    expect(letters).toEqual([
      { consumer: 'test.brisk', payload: { bell: 1 }, error: 'stumbled' },
      { consumer: 'test.patient', payload: { bell: 1 }, error: 'stumbled' },
    ]);
  });

  it('keeps nobody waiting behind a long row of what another consumer waits for', async () => {
    const { outbox, relay, patient } = await desk();
    const bells = Array.from({ length: 250 }, (_, bell) => bell);
    patient.stumbleAt = 0;
    await ring(outbox, ...bells);
    await relay.runUntilQuiet();
    expect(await heard('Brisk')).toEqual(bells);
    expect(await database.query('SELECT 1 FROM outbox WHERE retry_at IS NULL')).toEqual([]);
    patient.stumbleAt = undefined;
    await later();
    await relay.runUntilQuiet();
    expect(await heard('Patient')).toEqual(bells);
  });

  it('lets no key wait for another one that takes its time', async () => {
    const { outbox, relay, patient } = await desk();
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let begun = false;
    const hear = patient.hear.bind(patient);
    patient.hear = async (tx, event) => {
      if (event.key === 'bell:slow') {
        begun = true;
        await held;
      }
      await hear(tx, event);
    };
    relay.start();
    await database.transaction((tx) => outbox.add(tx, Rang('bell:slow', { bell: 1 })));
    await until(() => begun, 'the slow key');
    await ring(outbox, 2);
    await until(async () => (await heard('Patient')).includes(2), 'the other key');
    expect(await heard('Patient', 'bell:slow')).toEqual([]);
    letGo();
    await until(async () => (await heard('Patient', 'bell:slow')).length === 1, 'the slow key in the end');
  });

  it('gives each fact to one of several relays that race for it', async () => {
    const { outbox, relay } = await desk();
    const others = [await boot(Patient, Brisk), await boot(Patient, Brisk)].map((context) => context.get(Relay));
    const bells = Array.from({ length: 40 }, (_, bell) => bell);
    await ring(outbox, ...bells);
    await Promise.all([relay, ...others].map((each) => each.runUntilQuiet()));
    await later();
    await relay.runUntilQuiet();
    expect(await heard('Patient')).toEqual(bells);
    expect(await heard('Brisk')).toEqual(bells);
  });

  describe('a dead letter', () => {
    const actor = { kind: 'system', name: 'a test' } as const;
    const bury = async (relay: Relay) => {
      for (let attempt = 0; attempt < 10; attempt += 1) {
        await relay.runUntilQuiet();
        await later();
      }
    };
    const idOf = async () =>
      (await database.one<{ id: string }>('SELECT event_id AS id FROM dead_letters'))?.id as string;
    const audited = () =>
      database.query('SELECT action, actor_name AS "actor", subject_label AS "label" FROM audit_records ORDER BY at');

    it('of one who halts holds its key until it is replayed; then all goes on, in order', async () => {
      const { context, outbox, relay, patient } = await desk();
      const letters = context.get(DeadLetters);
      patient.stumbleAt = 1;
      await ring(outbox, 1, 2, 3);
      await bury(relay);
      expect(await letters.list(10)).toMatchObject([
        { consumer: 'test.patient', halted: true, waiting: 2, error: 'stumbled' },
      ]);
      patient.stumbleAt = undefined;
      await relay.runUntilQuiet();
      expect(await heard('Patient')).toEqual([]);
      const ref = { eventId: await idOf(), consumer: 'test.patient' };
      expect(await letters.show(ref)).toMatchObject({ payload: { bell: 1 } });
      await letters.replay(ref, actor);
      await relay.runUntilQuiet();
      expect(await heard('Patient')).toEqual([1, 2, 3]);
      expect(await heard('Brisk')).toEqual([1, 2, 3]);
      expect(await letters.list(10)).toEqual([]);
      await expect(letters.replay(ref, actor)).rejects.toMatchObject({ code: 'not_found' });
      expect(await audited()).toEqual([{ action: 'dead_letter.replayed', actor: 'a test', label: 'bell.rang bell:a' }]);
      expect(await database.query('SELECT 1 FROM outbox')).toEqual([]);
    });

    it('of one who halts is dropped for good, and its key goes on with the next', async () => {
      const { context, outbox, relay, patient } = await desk();
      patient.stumbleAt = 1;
      await ring(outbox, 1, 2);
      await bury(relay);
      await context.get(DeadLetters).drop({ eventId: await idOf(), consumer: 'test.patient' }, actor, 'a test bell');
      await relay.runUntilQuiet();
      expect(await heard('Patient')).toEqual([2]);
      expect(await database.one('SELECT changes FROM audit_records')).toEqual({
        changes: { why: { after: 'a test bell' } },
      });
    });

    it('of one who went on is brought back to that one alone, before what still waits', async () => {
      const { context, outbox, relay, brisk } = await desk();
      brisk.stumbleAt = 1;
      await ring(outbox, 1, 2);
      await bury(relay);
      expect(await heard('Brisk')).toEqual([2]);
      expect(await database.query('SELECT 1 FROM outbox')).toEqual([]);
      brisk.stumbleAt = undefined;
      await ring(outbox, 3);
      await context.get(DeadLetters).replay({ eventId: await idOf(), consumer: 'test.brisk' }, actor);
      await relay.runUntilQuiet();
      expect(await heard('Brisk')).toEqual([2, 1, 3]);
      expect(await heard('Patient')).toEqual([1, 2, 3]);
      expect(await database.query('SELECT 1 FROM outbox')).toEqual([]);
    });

    it('that fails again is a dead letter again', async () => {
      const { context, outbox, relay, patient } = await desk();
      patient.stumbleAt = 1;
      await ring(outbox, 1);
      await bury(relay);
      await context.get(DeadLetters).replay({ eventId: await idOf(), consumer: 'test.patient' }, actor);
      await bury(relay);
      expect(await context.get(DeadLetters).list(10)).toMatchObject([{ consumer: 'test.patient', halted: true }]);
    });

    it('is replayed once, however many ask at once beside relays at work', async () => {
      const { context, outbox, relay, patient, brisk } = await desk();
      const others = [await boot(Patient, Brisk), await boot(Patient, Brisk)];
      patient.stumbleAt = 0;
      brisk.stumbleAt = 0;
      await ring(outbox, 0, 1, 2);
      await bury(relay);
      patient.stumbleAt = undefined;
      brisk.stumbleAt = undefined;
      const eventId = await idOf();
      const asked = ['test.patient', 'test.brisk'].flatMap((consumer) =>
        [context, ...others].map((each) => each.get(DeadLetters).replay({ eventId, consumer }, actor)),
      );
      const [answers] = await Promise.all([
        Promise.allSettled(asked),
        ...[context, ...others].map((each) => each.get(Relay).runUntilQuiet()),
      ]);
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
      await later();
      await relay.runUntilQuiet();
      expect(await heard('Patient')).toEqual([0, 1, 2]);
      expect((await heard('Brisk')).sort()).toEqual([0, 1, 2]);
    });
  });

  it('refuses to boot with two consumers of one name', async () => {
    @Injectable()
    @Consumer({ name: 'test.brisk', onPoison: 'skip' })
    class Impostor extends Listener {
      @Handles(Rang)
      onRang(tx: Transaction, event: Ring): Promise<void> {
        return this.hear(tx, event);
      }
    }
    await expect(boot(Brisk, Impostor)).rejects.toThrow('two outbox consumers are named test.brisk');
  });
});
