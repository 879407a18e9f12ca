import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Robots of group chats and providers of SMS and calls, and what they are told. */
export class NoticeChannels1763800110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notice_channels (
        id uuid NOT NULL PRIMARY KEY,
        kind text NOT NULL CONSTRAINT notice_channels_kind_known
          CHECK (kind IN ('feishu', 'dingtalk', 'wecom', 'sms', 'phone')),
        name text NOT NULL,
        team_id uuid CONSTRAINT notice_channels_team_id_fkey REFERENCES teams (id),
        locale text NOT NULL CONSTRAINT notice_channels_locale_known CHECK (locale IN ('zh-CN', 'en')),
        address bytea NOT NULL,
        address_hint text NOT NULL,
        secret bytea,
        enabled boolean NOT NULL DEFAULT true,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT desk_now()
      )`);
    await runner.query(`
      CREATE TABLE notice_deliveries (
        id uuid NOT NULL PRIMARY KEY,
        channel_id uuid NOT NULL
          CONSTRAINT notice_deliveries_channel_id_fkey REFERENCES notice_channels (id) ON DELETE CASCADE,
        key text NOT NULL,
        text text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}',
        state text NOT NULL DEFAULT 'queued'
          CONSTRAINT notice_deliveries_state_known CHECK (state IN ('queued', 'sending', 'sent', 'failed')),
        tries integer NOT NULL DEFAULT 0,
        try_at timestamptz NOT NULL DEFAULT desk_now(),
        answer text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        sent_at timestamptz,
        CONSTRAINT notice_deliveries_channel_id_key_key UNIQUE (channel_id, key)
      )`);
    await runner.query(
      `CREATE INDEX notice_deliveries_due ON notice_deliveries (try_at) WHERE state IN ('queued', 'sending')`,
    );
    await runner.query(
      `CREATE INDEX notice_deliveries_done ON notice_deliveries (created_at) WHERE state IN ('sent', 'failed')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notice_deliveries');
    await runner.query('DROP TABLE notice_channels');
  }
}
