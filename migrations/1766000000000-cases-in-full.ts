import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a case has beside its thread: where it was merged into, what it is part of, words to find it by, and what its customer did. */
export class CasesInFull1766000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tickets
        ADD COLUMN merged_into uuid CONSTRAINT tickets_merged_into_fkey REFERENCES tickets (id),
        ADD COLUMN merged_at timestamptz,
        ADD COLUMN parent_id uuid CONSTRAINT tickets_parent_id_fkey REFERENCES tickets (id),
        ADD COLUMN internal boolean NOT NULL DEFAULT false,
        ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
        ADD COLUMN nature_by text,
        ADD COLUMN snoozed_until timestamptz,
        ADD COLUMN snoozed_by uuid CONSTRAINT tickets_snoozed_by_fkey REFERENCES staff (id),
        ADD COLUMN nudged_at timestamptz,
        ADD COLUMN nudges integer NOT NULL DEFAULT 0,
        ADD COLUMN rating_reasons text[] NOT NULL DEFAULT '{}',
        ADD COLUMN form_version integer,
        ADD CONSTRAINT tickets_merged_elsewhere CHECK (merged_into <> id AND (merged_into IS NULL) = (merged_at IS NULL)),
        ADD CONSTRAINT tickets_own_parent CHECK (parent_id <> id),
        ADD CONSTRAINT tickets_internal_has_parent CHECK (NOT internal OR parent_id IS NOT NULL),
        ADD CONSTRAINT tickets_nature_by_known CHECK (nature_by IN ('rules', 'staff'))`);
    await runner.query('CREATE INDEX tickets_merged_into ON tickets (merged_into) WHERE merged_into IS NOT NULL');
    await runner.query('CREATE INDEX tickets_parent ON tickets (parent_id) WHERE parent_id IS NOT NULL');
    await runner.query('CREATE INDEX tickets_snoozed ON tickets (snoozed_until) WHERE snoozed_until IS NOT NULL');
    await runner.query("CREATE INDEX tickets_tags ON tickets USING gin (tags) WHERE tags <> '{}'");
    await runner.query(`
      ALTER TABLE ticket_conversations
        ADD COLUMN origin_id uuid CONSTRAINT ticket_conversations_origin_id_fkey REFERENCES tickets (id)`);
    await runner.query(
      'CREATE INDEX ticket_conversations_origin_id ON ticket_conversations (origin_id) WHERE origin_id IS NOT NULL',
    );
    await runner.query(`
      CREATE TABLE ticket_links (
        ticket_id uuid NOT NULL CONSTRAINT ticket_links_ticket_id_fkey REFERENCES tickets (id) ON DELETE CASCADE,
        other_id uuid NOT NULL CONSTRAINT ticket_links_other_id_fkey REFERENCES tickets (id) ON DELETE CASCADE,
        kind text NOT NULL,
        created_by uuid NOT NULL CONSTRAINT ticket_links_created_by_fkey REFERENCES staff (id),
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        PRIMARY KEY (ticket_id, other_id, kind),
        CONSTRAINT ticket_links_kind_known CHECK (kind IN ('duplicate_of', 'caused_by', 'split_from', 'related')),
        CONSTRAINT ticket_links_of_two CHECK (ticket_id <> other_id)
      )`);
    await runner.query('CREATE INDEX ticket_links_other_id ON ticket_links (other_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket_links');
    await runner.query('ALTER TABLE ticket_conversations DROP COLUMN origin_id');
    await runner.query(`
      ALTER TABLE tickets
        DROP COLUMN merged_into, DROP COLUMN merged_at, DROP COLUMN parent_id, DROP COLUMN internal, DROP COLUMN tags,
        DROP COLUMN nature_by, DROP COLUMN snoozed_until, DROP COLUMN snoozed_by, DROP COLUMN nudged_at, DROP COLUMN nudges,
        DROP COLUMN rating_reasons, DROP COLUMN form_version`);
  }
}
