import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Conversations1763600200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE conversations (
        id uuid NOT NULL PRIMARY KEY,
        site_id uuid NOT NULL CONSTRAINT "FK_9f72794ea769f83f95ca1de398d" REFERENCES sites (id),
        customer_id uuid NOT NULL CONSTRAINT "FK_c9f0434c15cacf894e996f69088" REFERENCES customers (id),
        visitor_session_id uuid,
        client_conversation_id uuid,
        channel text NOT NULL,
        handler text NOT NULL DEFAULT 'bot',
        category text,
        locale text NOT NULL,
        seq integer NOT NULL DEFAULT 0,
        customer_seq integer NOT NULL DEFAULT 0,
        preview text NOT NULL DEFAULT '',
        first_staff_reply_at timestamptz,
        awaiting_reply_since timestamptz,
        last_customer_message_at timestamptz,
        last_activity_at timestamptz NOT NULL DEFAULT desk_now(),
        closed_at timestamptz,
        follow_up_of uuid CONSTRAINT "FK_262c6d5b1053bb4198a552eacfa" REFERENCES conversations (id),
        created_at timestamptz NOT NULL DEFAULT desk_now()
      )`);
    await runner.query('CREATE INDEX conversations_of_customer ON conversations (customer_id, last_activity_at)');
    await runner.query(
      'CREATE UNIQUE INDEX conversations_client_id ON conversations (visitor_session_id, client_conversation_id)',
    );
    await runner.query(`
      CREATE TABLE entries (
        id uuid NOT NULL PRIMARY KEY,
        conversation_id uuid NOT NULL CONSTRAINT "FK_9f19209df6eeaf0d502c8ab256e" REFERENCES conversations (id),
        seq integer NOT NULL,
        customer_seq integer,
        kind text NOT NULL,
        author_kind text NOT NULL,
        author_id uuid,
        author_name text NOT NULL,
        channel text NOT NULL,
        client_message_id text,
        body text NOT NULL,
        data jsonb,
        attachments jsonb NOT NULL DEFAULT '[]',
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        CONSTRAINT entries_note_is_internal CHECK (kind <> 'note' OR customer_seq IS NULL)
      )`);
    await runner.query('CREATE UNIQUE INDEX entries_seq ON entries (conversation_id, seq)');
    await runner.query('CREATE UNIQUE INDEX entries_customer_seq ON entries (conversation_id, customer_seq)');
    await runner.query('CREATE UNIQUE INDEX entries_client_message ON entries (conversation_id, client_message_id)');
    await runner.query(`
      CREATE TABLE conversation_grants (
        conversation_id uuid NOT NULL CONSTRAINT "FK_bca56deea6f84ecd315436fbff1" REFERENCES conversations (id),
        principal text NOT NULL,
        PRIMARY KEY (conversation_id, principal)
      )`);
    await runner.query('CREATE INDEX conversation_grants_principal ON conversation_grants (principal)');
    await runner.query(`
      CREATE TABLE read_states (
        conversation_id uuid NOT NULL CONSTRAINT "FK_3ae7af92106cc2033d8c5b944c5" REFERENCES conversations (id),
        principal text NOT NULL,
        seq integer NOT NULL,
        PRIMARY KEY (conversation_id, principal)
      )`);
    await runner.query(`
      CREATE TABLE attachments (
        id uuid NOT NULL PRIMARY KEY,
        conversation_id uuid NOT NULL CONSTRAINT "FK_8c47112d73053bbb0ab481b420f" REFERENCES conversations (id),
        entry_id uuid CONSTRAINT "FK_ae2836e67cedc035bd798f9e500" REFERENCES entries (id),
        uploaded_by text NOT NULL,
        name text NOT NULL,
        content_type text NOT NULL,
        size integer NOT NULL,
        width integer,
        height integer,
        storage_key text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT desk_now()
      )`);
    await runner.query('CREATE INDEX attachments_unsent ON attachments (created_at) WHERE entry_id IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['attachments', 'read_states', 'conversation_grants', 'entries', 'conversations'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
