import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was said in the threads of cases, folded as `desk_search_text` does it, and every two neighbouring characters of it in one
 * index. A table of its own, filled behind the scenes from `said_due`: nobody who writes a message waits for it. No references:
 * checking one would lock the conversation, which the hot path then passes over.
 */
export class SaidWords1766001410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE said_words (
        conversation_id uuid NOT NULL,
        seq integer NOT NULL,
        words text NOT NULL,
        PRIMARY KEY (conversation_id, seq)
      )`);
    // What is pending is sorted into the index together, which is cheaper; a short list of it, as each search reads it through.
    await runner.query(`
      CREATE INDEX said_words_bigrams ON said_words USING gin (desk_bigrams(words))
        WITH (fastupdate = on, gin_pending_list_limit = 512)`);
    await runner.query(`
      CREATE TABLE said_due (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        conversation_id uuid NOT NULL,
        again boolean NOT NULL DEFAULT false
      )`);
    for (const [name, body] of FUNCTIONS)
      await runner.query(`CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} END $$`);
    await runner.query(`
      CREATE TRIGGER said_due AFTER INSERT ON ticket_conversations FOR EACH ROW EXECUTE FUNCTION said_becomes_due()`);
    // Posting inserts and nothing else: it meets neither of these.
    await runner.query(`
      CREATE TRIGGER said_changed AFTER UPDATE OF body ON entries
        FOR EACH ROW WHEN (OLD.body <> NEW.body) EXECUTE FUNCTION said_is_taken_back()`);
    await runner.query(`
      CREATE TRIGGER said_gone AFTER DELETE ON entries FOR EACH ROW EXECUTE FUNCTION said_is_taken_back()`);
    // Whatever there is already; the latest is taken first.
    await runner.query(`
      INSERT INTO said_due (conversation_id) SELECT conversation_id FROM ticket_conversations ORDER BY conversation_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER said_gone ON entries');
    await runner.query('DROP TRIGGER said_changed ON entries');
    await runner.query('DROP TRIGGER said_due ON ticket_conversations');
    for (const [name] of FUNCTIONS) await runner.query(`DROP FUNCTION ${name}()`);
    await runner.query('DROP TABLE said_due');
    await runner.query('DROP TABLE said_words');
  }
}

const FUNCTIONS: readonly [name: string, body: string][] = [
  [
    'said_becomes_due',
    `INSERT INTO said_due (conversation_id) VALUES (NEW.conversation_id);
     RETURN NULL;`,
  ],
  // What somebody reads at this moment to write it down is older than this change: the thread is written down once more.
  [
    'said_is_taken_back',
    `DELETE FROM said_words WHERE conversation_id = OLD.conversation_id AND seq = OLD.seq;
     INSERT INTO said_due (conversation_id, again)
       SELECT conversation_id, true FROM ticket_conversations WHERE conversation_id = OLD.conversation_id;
     RETURN NULL;`,
  ],
];
