import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fields as they were before: required or not, of a type that was known. */
const FORMER_FORM = `
  SELECT coalesce(jsonb_agg(
    (f - 'requiredAt' - 'customerVisible' - 'showWhen' - 'currency')
      || jsonb_build_object('required', coalesce(f->>'requiredAt' = 'open', false),
           'type', CASE f->>'type' WHEN 'money' THEN 'number' WHEN 'long_text' THEN 'text' WHEN 'multi_select' THEN 'text'
                     WHEN 'checkbox' THEN 'text' ELSE f->>'type' END)
    ORDER BY place), '[]')
  FROM jsonb_array_elements(form) WITH ORDINALITY AS a(f, place)`;

/** What was required is required at open. The bot asked customers for every field, so all of them are theirs to see. */
const FORM = `
  SELECT coalesce(jsonb_agg(
    (f - 'required') || CASE WHEN (f->>'required')::boolean THEN '{"requiredAt": "open"}'::jsonb ELSE '{}' END
      || '{"customerVisible": true}' ORDER BY place), '[]')
  FROM jsonb_array_elements(form) WITH ORDINALITY AS a(f, place)`;

/** Forms with versions and checklists; what was done of them, the words that name cases, and what people said of a case's nature. */
export class FormsInFull1766000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sub_categories
        ADD COLUMN form_version integer NOT NULL DEFAULT 1,
        ADD COLUMN checklist jsonb NOT NULL DEFAULT '[]'`);
    await runner.query(`UPDATE sub_categories SET form = (${FORM})`);
    await runner.query(`
      CREATE TABLE sub_category_forms (
        sub_category text NOT NULL CONSTRAINT sub_category_forms_sub_category_fkey REFERENCES sub_categories (key),
        version integer NOT NULL,
        form jsonb NOT NULL,
        created_by uuid CONSTRAINT sub_category_forms_created_by_fkey REFERENCES staff (id),
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        PRIMARY KEY (sub_category, version)
      )`);
    await runner.query(`
      CREATE TABLE ticket_checks (
        ticket_id uuid NOT NULL CONSTRAINT ticket_checks_ticket_id_fkey REFERENCES tickets (id) ON DELETE CASCADE,
        item text NOT NULL,
        done_by uuid NOT NULL CONSTRAINT ticket_checks_done_by_fkey REFERENCES staff (id),
        done_at timestamptz NOT NULL DEFAULT desk_now(),
        PRIMARY KEY (ticket_id, item)
      )`);
    await runner.query(`
      CREATE TABLE tag_names (
        folded text NOT NULL PRIMARY KEY,
        tag text NOT NULL,
        uses integer NOT NULL DEFAULT 0,
        last_used_at timestamptz NOT NULL DEFAULT desk_now()
      )`);
    await runner.query('CREATE INDEX tag_names_by_use ON tag_names (uses, folded)');
    await runner.query(`
      CREATE TABLE nature_corrections (
        ticket_id uuid NOT NULL PRIMARY KEY CONSTRAINT nature_corrections_ticket_id_fkey REFERENCES tickets (id) ON DELETE CASCADE,
        features text[] NOT NULL,
        guessed text NOT NULL,
        corrected text NOT NULL,
        corrected_by uuid NOT NULL CONSTRAINT nature_corrections_corrected_by_fkey REFERENCES staff (id),
        corrected_at timestamptz NOT NULL DEFAULT desk_now(),
        CONSTRAINT nature_corrections_known
          CHECK (guessed IN ('usage', 'fault', 'suggestion') AND corrected IN ('usage', 'fault', 'suggestion'))
      )`);
    await runner.query('CREATE INDEX nature_corrections_latest ON nature_corrections (corrected_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE nature_corrections, tag_names, ticket_checks, sub_category_forms');
    await runner.query(`UPDATE sub_categories SET form = (${FORMER_FORM})`);
    await runner.query('ALTER TABLE sub_categories DROP COLUMN form_version, DROP COLUMN checklist');
  }
}
