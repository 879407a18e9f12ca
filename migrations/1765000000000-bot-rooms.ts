import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The bot in full: what it is told to do, where each dialogue stands, what a language model was asked, and what came of it. */
export class BotRooms1765000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bot_settings (
        id smallint NOT NULL DEFAULT 1 PRIMARY KEY CONSTRAINT bot_settings_one CHECK (id = 1),
        settings jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL DEFAULT desk_now(),
        updated_by uuid
      )`);
    await runner.query(`
      CREATE TABLE bot_dialogues (
        conversation_id uuid NOT NULL PRIMARY KEY
          CONSTRAINT bot_dialogues_conversation_id_fkey REFERENCES conversations (id),
        site_id uuid NOT NULL,
        customer_id uuid NOT NULL,
        locale text NOT NULL,
        entry text NOT NULL DEFAULT 'home'
          CONSTRAINT bot_dialogues_entry_known CHECK (entry IN ('home', 'category', 'article', 'search', 'follow_up')),
        page text,
        category text,
        category_confidence real NOT NULL DEFAULT 0,
        sub_category text,
        form jsonb NOT NULL DEFAULT '{}',
        asking jsonb,
        misses integer NOT NULL DEFAULT 0,
        shown_article_ids uuid[] NOT NULL DEFAULT '{}',
        tried jsonb NOT NULL DEFAULT '[]',
        generated boolean NOT NULL DEFAULT false,
        needs_person_since timestamptz,
        needs_person_because text,
        first_question_at timestamptz,
        last_question_at timestamptz,
        last_answer_at timestamptz,
        handed_over_at timestamptz,
        hand_over_reason text,
        outcome text CONSTRAINT bot_dialogues_outcome_known
          CHECK (outcome IN ('confirmed', 'presumed', 'abandoned', 'handed_over')),
        decided_at timestamptz,
        came_back_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT desk_now()
      )`);
    await runner.query(
      'CREATE INDEX bot_dialogues_undecided ON bot_dialogues (last_question_at) WHERE outcome IS NULL AND last_question_at IS NOT NULL',
    );
    await runner.query(
      'CREATE INDEX bot_dialogues_needs_person ON bot_dialogues (needs_person_since) WHERE needs_person_since IS NOT NULL AND handed_over_at IS NULL',
    );
    await runner.query('CREATE INDEX bot_dialogues_asked ON bot_dialogues (first_question_at)');
    await runner.query('CREATE INDEX bot_dialogues_latest ON bot_dialogues (last_question_at)');
    await runner.query('CREATE INDEX bot_dialogues_customer ON bot_dialogues (customer_id, last_question_at)');
    await runner.query(`
      ALTER TABLE bot_answers
        ADD COLUMN attempt smallint NOT NULL DEFAULT 1,
        ADD COLUMN article_versions integer[] NOT NULL DEFAULT '{}',
        ADD COLUMN generated boolean NOT NULL DEFAULT false,
        ADD COLUMN model_call_id uuid,
        ADD COLUMN look_up text`);
    await runner.query('CREATE INDEX bot_answers_at ON bot_answers (created_at)');
    await runner.query(`
      CREATE TABLE bot_writing (
        question_id uuid NOT NULL PRIMARY KEY,
        conversation_id uuid NOT NULL CONSTRAINT bot_writing_conversation_id_fkey REFERENCES conversations (id),
        task jsonb NOT NULL,
        tries integer NOT NULL DEFAULT 0,
        held_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT desk_now()
      )`);
    await runner.query('CREATE INDEX bot_writing_due ON bot_writing (created_at)');
    await runner.query('CREATE INDEX bot_writing_conversation ON bot_writing (conversation_id)');
    await runner.query(`
      CREATE TABLE bot_model_calls (
        id uuid NOT NULL PRIMARY KEY,
        purpose text NOT NULL CONSTRAINT bot_model_calls_purpose_known
          CHECK (purpose IN ('answer', 'suggestion', 'rewriting', 'translation', 'summary')),
        outcome text NOT NULL CONSTRAINT bot_model_calls_outcome_known CHECK (outcome IN
          ('ok', 'declined', 'unfounded', 'timed_out', 'refused', 'failed', 'too_large', 'over_budget', 'circuit_open')),
        detail text,
        model text NOT NULL,
        conversation_id uuid,
        ticket_id uuid,
        staff_id uuid,
        prompt jsonb NOT NULL,
        answer text NOT NULL DEFAULT '',
        prompt_tokens integer NOT NULL DEFAULT 0,
        completion_tokens integer NOT NULL DEFAULT 0,
        milliseconds integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT desk_now()
      )`);
    await runner.query('CREATE INDEX bot_model_calls_at ON bot_model_calls (created_at, id)');
    await runner.query('CREATE INDEX bot_model_calls_conversation ON bot_model_calls (conversation_id)');
    await runner.query(`
      CREATE TABLE bot_look_ups (
        id uuid NOT NULL PRIMARY KEY,
        site_id uuid NOT NULL CONSTRAINT bot_look_ups_site_id_fkey REFERENCES sites (id),
        key text NOT NULL,
        name jsonb NOT NULL,
        category text NOT NULL,
        input jsonb,
        words jsonb NOT NULL,
        url text NOT NULL,
        enabled boolean NOT NULL DEFAULT true,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT desk_now()
      )`);
    await runner.query('CREATE UNIQUE INDEX bot_look_ups_key ON bot_look_ups (site_id, key)');
    await runner.query(`
      CREATE TABLE bot_flags (
        entry_id uuid NOT NULL PRIMARY KEY CONSTRAINT bot_flags_entry_id_fkey REFERENCES entries (id),
        conversation_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        reason text NOT NULL CONSTRAINT bot_flags_reason_known
          CHECK (reason IN ('wrong', 'outdated', 'off_topic', 'incomplete', 'tone')),
        note text NOT NULL DEFAULT '',
        settled_at timestamptz,
        settled_by uuid,
        settled_by_what text CONSTRAINT bot_flags_settled_known CHECK (settled_by_what IN ('task', 'synonym', 'dismissed')),
        task_id uuid,
        created_at timestamptz NOT NULL DEFAULT desk_now()
      )`);
    await runner.query('CREATE INDEX bot_flags_open ON bot_flags (created_at) WHERE settled_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['flags', 'look_ups', 'model_calls', 'writing', 'dialogues', 'settings'])
      await runner.query(`DROP TABLE bot_${table}`);
    await runner.query('DROP INDEX bot_answers_at');
    await runner.query(`
      ALTER TABLE bot_answers
        DROP COLUMN attempt, DROP COLUMN article_versions, DROP COLUMN generated, DROP COLUMN model_call_id, DROP COLUMN look_up`);
  }
}
