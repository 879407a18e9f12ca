import { runMigrations } from 'bullmq';
import type { PoolClient } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** BullMQ's own tables, in the schema `bullmq`. A BullMQ release with newer tables gets another migration like this one. */
export class JobTables1763600050000 implements MigrationInterface {
  /** BullMQ opens one of its own, under its own lock. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runMigrations((await runner.connect()) as PoolClient);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA bullmq CASCADE');
  }
}
