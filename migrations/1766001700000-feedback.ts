import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 意见反馈: what customers say of the product, what becomes of it, and who is told. */
export class Feedback1766001700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE feedback_areas (
        key text NOT NULL PRIMARY KEY,
        name jsonb NOT NULL,
        position integer NOT NULL,
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1
      )`);
    await runner.query(`
      INSERT INTO feedback_areas (key, name, position) VALUES
        ('live', '{"zh-CN": "直播", "en": "Live streaming"}', 1),
        ('shop', '{"zh-CN": "店铺与商品", "en": "Shop and goods"}', 2),
        ('earnings', '{"zh-CN": "收益与提现", "en": "Earnings and payouts"}', 3),
        ('data', '{"zh-CN": "数据与报表", "en": "Data and reports"}', 4),
        ('support', '{"zh-CN": "客服与帮助", "en": "Support and help"}', 5),
        ('other', '{"zh-CN": "其他", "en": "Something else"}', 6)`);
    await runner.query(`
      CREATE TABLE feedback_topics (
        id uuid NOT NULL PRIMARY KEY,
        title jsonb,
        area text CONSTRAINT feedback_topics_area_fkey REFERENCES feedback_areas (key),
        status text NOT NULL DEFAULT 'received',
        answer jsonb,
        public_at timestamptz,
        people integer NOT NULL DEFAULT 1,
        merged_into uuid CONSTRAINT feedback_topics_merged_into_fkey REFERENCES feedback_topics (id),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        changed_at timestamptz NOT NULL DEFAULT desk_now(),
        CONSTRAINT feedback_topics_status_known CHECK (status IN ('received', 'planned', 'done', 'declined')),
        CONSTRAINT feedback_topics_public_named CHECK (public_at IS NULL OR title IS NOT NULL),
        CONSTRAINT feedback_topics_answered CHECK (status NOT IN ('done', 'declined') OR answer IS NOT NULL)
      )`);
    await runner.query(
      'CREATE INDEX feedback_topics_changed ON feedback_topics (changed_at, id) WHERE merged_into IS NULL',
    );
    await runner.query(
      'CREATE INDEX feedback_topics_public ON feedback_topics (people) WHERE public_at IS NOT NULL AND merged_into IS NULL',
    );
    await runner.query('CREATE INDEX feedback_topics_merged_into ON feedback_topics (merged_into)');
    await runner.query(`
      CREATE TABLE feedback (
        id uuid NOT NULL PRIMARY KEY,
        topic_id uuid NOT NULL CONSTRAINT feedback_topic_id_fkey REFERENCES feedback_topics (id),
        site_id uuid NOT NULL CONSTRAINT feedback_site_id_fkey REFERENCES sites (id),
        customer_id uuid NOT NULL CONSTRAINT feedback_customer_id_fkey REFERENCES customers (id),
        kind text NOT NULL,
        area text CONSTRAINT feedback_area_fkey REFERENCES feedback_areas (key),
        words text NOT NULL,
        units text[] NOT NULL,
        locale text NOT NULL,
        way text NOT NULL,
        once text NOT NULL CONSTRAINT feedback_once_key UNIQUE,
        from_ticket_id uuid CONSTRAINT feedback_from_ticket_id_fkey REFERENCES tickets (id) ON DELETE SET NULL,
        ticket_id uuid CONSTRAINT feedback_ticket_id_fkey REFERENCES tickets (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        CONSTRAINT feedback_kind_known CHECK (kind IN ('suggestion', 'complaint', 'fault')),
        CONSTRAINT feedback_way_known CHECK (way IN ('widget', 'page', 'case'))
      )`);
    await runner.query('CREATE INDEX feedback_topic_id ON feedback (topic_id, created_at)');
    await runner.query('CREATE INDEX feedback_customer_id ON feedback (customer_id, created_at)');
    await runner.query('CREATE UNIQUE INDEX feedback_from_ticket_id ON feedback (from_ticket_id)');
    await runner.query('CREATE UNIQUE INDEX feedback_ticket_id ON feedback (ticket_id)');
    await runner.query('CREATE INDEX feedback_units ON feedback USING gin (units)');
    await runner.query(`
      CREATE TABLE feedback_votes (
        topic_id uuid NOT NULL CONSTRAINT feedback_votes_topic_id_fkey REFERENCES feedback_topics (id),
        customer_id uuid NOT NULL CONSTRAINT feedback_votes_customer_id_fkey REFERENCES customers (id) ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        PRIMARY KEY (topic_id, customer_id)
      )`);
    await runner.query('CREATE INDEX feedback_votes_customer_id ON feedback_votes (customer_id)');
    await runner.query(`
      CREATE TABLE feedback_history (
        id uuid NOT NULL PRIMARY KEY,
        topic_id uuid NOT NULL CONSTRAINT feedback_history_topic_id_fkey REFERENCES feedback_topics (id),
        kind text NOT NULL,
        staff_id uuid CONSTRAINT feedback_history_staff_id_fkey REFERENCES staff (id),
        data jsonb NOT NULL DEFAULT '{}',
        at timestamptz NOT NULL DEFAULT desk_now()
      )`);
    await runner.query('CREATE INDEX feedback_history_topic_id ON feedback_history (topic_id, at)');
    await runner.query(`
      CREATE TABLE feedback_tellings (
        id uuid NOT NULL PRIMARY KEY,
        topic_id uuid NOT NULL CONSTRAINT feedback_tellings_topic_id_fkey REFERENCES feedback_topics (id),
        title jsonb,
        status text NOT NULL,
        answer jsonb,
        staff_id uuid NOT NULL CONSTRAINT feedback_tellings_staff_id_fkey REFERENCES staff (id),
        held_until timestamptz NOT NULL,
        withdrawn_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT desk_now()
      )`);
    await runner.query('CREATE INDEX feedback_tellings_topic_id ON feedback_tellings (topic_id, created_at)');
    await runner.query(`
      CREATE TABLE feedback_told (
        telling_id uuid NOT NULL CONSTRAINT feedback_told_telling_id_fkey REFERENCES feedback_tellings (id),
        customer_id uuid NOT NULL CONSTRAINT feedback_told_customer_id_fkey REFERENCES customers (id) ON DELETE CASCADE,
        due_at timestamptz,
        ways text[],
        PRIMARY KEY (telling_id, customer_id)
      )`);
    await runner.query('CREATE INDEX feedback_told_due ON feedback_told (due_at) WHERE due_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['told', 'tellings', 'history', 'votes']) await runner.query(`DROP TABLE feedback_${table}`);
    await runner.query('DROP TABLE feedback');
    await runner.query('DROP TABLE feedback_topics');
    await runner.query('DROP TABLE feedback_areas');
  }
}
