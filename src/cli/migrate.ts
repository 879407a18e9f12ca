import 'reflect-metadata';
import { ConfigError, loadConfig, readEnvironment } from '../config.js';
import { SchemaRefused } from '../platform/db/index.js';
import { migrate } from './local-stack/database.js';

/** Brings the schema to this version: a step of its own, before the web and worker processes start, which never do it. */
async function main(): Promise<void> {
  const { variables } = readEnvironment();
  const added = await migrate(loadConfig(variables));
  console.log(`${added} new migration(s); the schema is that of this version · 新增 ${added} 项，表结构已是最新`);
}

main().catch((error) => {
  const expected = error instanceof ConfigError || error instanceof SchemaRefused;
  console.error(expected ? error.message : error);
  process.exit(1);
});
