import type { Client } from 'pg';
import { Clock } from '../../src/platform/clock/index.js';

/** Shifts the process clock and the test database's `desk_now()` together, so that a day can be played in seconds. */
export class TestClock extends Clock {
  private offset = 0;

  private constructor(private readonly superuser: Client) {
    super();
  }

  static async install(superuser: Client): Promise<TestClock> {
    await superuser.query(`
      CREATE TABLE IF NOT EXISTS test_clock ("offset" interval NOT NULL);
      DELETE FROM test_clock;
      INSERT INTO test_clock VALUES ('0');
      GRANT SELECT ON test_clock TO PUBLIC;
      CREATE OR REPLACE FUNCTION desk_now() RETURNS timestamptz LANGUAGE sql STABLE
        AS 'SELECT now() + "offset" FROM test_clock';`);
    return new TestClock(superuser);
  }

  override now(): Date {
    return new Date(Date.now() + this.offset);
  }

  async advance(milliseconds: number): Promise<void> {
    this.offset += milliseconds;
    await this.superuser.query('UPDATE test_clock SET "offset" = $1::interval', [`${this.offset} milliseconds`]);
  }
}
