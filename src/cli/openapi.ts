import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { loadConfig } from '../config.js';
import { createDesk } from '../create-desk.js';
import { createPino, Logger } from '../platform/logger/index.js';
import { buildDocument } from '../platform/openapi/index.js';

const FILE = 'src/contract/openapi.json';

// Nothing listens and nobody connects: the routes are known once the modules are put together.
const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: 'postgres://nobody@localhost/none', LOG_LEVEL: 'error' });
const logger = new Logger(createPino(config.logLevel));
const app = await createDesk(config, logger);
writeFileSync(FILE, `${JSON.stringify(buildDocument(app), null, 2)}\n`);
console.log(`wrote ${FILE}`);
process.exit(0);
