import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  'customer_steps',
  'visitor_sessions',
  'contact_points',
  'customers',
  'shops',
  'sites',
  'staff_sessions',
  'team_members',
  'teams',
  'staff',
];

export class People1763600100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await staffTables(runner);
    await customerTables(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}

async function staffTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE staff (
      id uuid NOT NULL PRIMARY KEY,
      email text NOT NULL,
      name text NOT NULL,
      role text NOT NULL,
      password_hash text NOT NULL,
      locale text NOT NULL,
      disabled_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT desk_now(),
      CONSTRAINT staff_email_key UNIQUE (email),
      CONSTRAINT staff_email_lower CHECK (email = lower(email)),
      CONSTRAINT staff_role_known CHECK (role IN ('agent', 'supervisor', 'admin'))
    )`);
  await runner.query(`
    CREATE TABLE teams (
      id uuid NOT NULL PRIMARY KEY,
      key text NOT NULL,
      name jsonb NOT NULL,
      lead_id uuid CONSTRAINT teams_lead_id_fkey REFERENCES staff (id) ON DELETE SET NULL,
      duty_manager_id uuid CONSTRAINT teams_duty_manager_id_fkey REFERENCES staff (id) ON DELETE SET NULL,
      CONSTRAINT teams_key_key UNIQUE (key)
    )`);
  await runner.query(`
    CREATE TABLE team_members (
      team_id uuid NOT NULL CONSTRAINT team_members_team_id_fkey REFERENCES teams (id) ON DELETE CASCADE,
      staff_id uuid NOT NULL CONSTRAINT team_members_staff_id_fkey REFERENCES staff (id) ON DELETE CASCADE,
      PRIMARY KEY (team_id, staff_id)
    )`);
  await runner.query('CREATE INDEX team_members_staff_id ON team_members (staff_id)');
  await runner.query(`
    CREATE TABLE staff_sessions (
      id uuid NOT NULL PRIMARY KEY,
      token_hash bytea NOT NULL,
      staff_id uuid NOT NULL CONSTRAINT staff_sessions_staff_id_fkey REFERENCES staff (id) ON DELETE CASCADE,
      created_at timestamptz NOT NULL DEFAULT desk_now(),
      last_seen_at timestamptz NOT NULL DEFAULT desk_now(),
      expires_at timestamptz NOT NULL,
      revoked_at timestamptz,
      address text NOT NULL,
      user_agent text NOT NULL,
      CONSTRAINT staff_sessions_token_hash_key UNIQUE (token_hash)
    )`);
  await runner.query('CREATE INDEX staff_sessions_staff_id ON staff_sessions (staff_id)');
}

async function customerTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE sites (
      id uuid NOT NULL PRIMARY KEY,
      key text NOT NULL,
      name text NOT NULL,
      allowed_origins text[] NOT NULL,
      identity_secret text NOT NULL,
      context_url text,
      greeting jsonb NOT NULL,
      hours jsonb NOT NULL,
      phone text,
      color text NOT NULL,
      CONSTRAINT sites_key_key UNIQUE (key)
    )`);
  await runner.query(`
    CREATE TABLE shops (
      id uuid NOT NULL PRIMARY KEY,
      site_id uuid NOT NULL CONSTRAINT shops_site_id_fkey REFERENCES sites (id),
      external_id text NOT NULL,
      name text NOT NULL,
      tier text NOT NULL,
      industry text,
      account_manager text,
      CONSTRAINT shops_site_id_external_id_key UNIQUE (site_id, external_id),
      CONSTRAINT shops_tier_known CHECK (tier IN ('standard', 'premium'))
    )`);
  await runner.query(`
    CREATE TABLE customers (
      id uuid NOT NULL PRIMARY KEY,
      site_id uuid NOT NULL CONSTRAINT customers_site_id_fkey REFERENCES sites (id),
      external_id text,
      shop_id uuid CONSTRAINT customers_shop_id_fkey REFERENCES shops (id),
      name text NOT NULL,
      locale text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT desk_now(),
      CONSTRAINT customers_site_id_external_id_key UNIQUE (site_id, external_id)
    )`);
  await runner.query('CREATE INDEX customers_shop_id ON customers (shop_id)');
  await runner.query(`
    CREATE TABLE contact_points (
      id uuid NOT NULL PRIMARY KEY,
      customer_id uuid NOT NULL CONSTRAINT contact_points_customer_id_fkey REFERENCES customers (id) ON DELETE CASCADE,
      kind text NOT NULL,
      value text NOT NULL,
      verified_by text NOT NULL,
      CONSTRAINT contact_points_customer_id_kind_value_key UNIQUE (customer_id, kind, value),
      CONSTRAINT contact_points_kind_known CHECK (kind IN ('email', 'phone'))
    )`);
  await runner.query(`
    CREATE TABLE visitor_sessions (
      id uuid NOT NULL PRIMARY KEY,
      key_hash bytea NOT NULL,
      site_id uuid NOT NULL CONSTRAINT visitor_sessions_site_id_fkey REFERENCES sites (id),
      customer_id uuid NOT NULL CONSTRAINT visitor_sessions_customer_id_fkey REFERENCES customers (id) ON DELETE CASCADE,
      locale text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT desk_now(),
      last_seen_at timestamptz NOT NULL DEFAULT desk_now(),
      ended_at timestamptz,
      CONSTRAINT visitor_sessions_key_hash_key UNIQUE (key_hash)
    )`);
  await runner.query('CREATE INDEX visitor_sessions_customer_id ON visitor_sessions (customer_id)');
  await runner.query(`
    CREATE TABLE customer_steps (
      id uuid NOT NULL PRIMARY KEY,
      customer_id uuid NOT NULL CONSTRAINT customer_steps_customer_id_fkey REFERENCES customers (id) ON DELETE CASCADE,
      page text NOT NULL,
      action text NOT NULL,
      error text,
      at timestamptz NOT NULL DEFAULT desk_now()
    )`);
  await runner.query('CREATE INDEX customer_steps_customer_id_at ON customer_steps (customer_id, at)');
}
