import type { Config } from '../../config.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Database } from '../../platform/db/index.js';
import { createPino, Logger } from '../../platform/logger/index.js';
import { Sealing } from '../../platform/sealing/index.js';
import { SecondFactors } from '../account/second-factors.service.js';
import { StaffLinks } from '../links/staff-links.service.js';
import { Roster } from './roster.service.js';
import { StaffKeys } from './staff-keys.service.js';

/** For a tool of the operator, which has a database and no desk that runs. */
export function staffKeysOn(database: Database, config: Config): { keys: StaffKeys; roster: Roster } {
  const roster = new Roster(database);
  const logger = new Logger(createPino(config.logLevel));
  const secondFactors = new SecondFactors(database, new Clock(), logger, new Sealing(config));
  const keys = new StaffKeys(database, new Audit(database), new StaffLinks(database, config), secondFactors, roster);
  return { keys, roster };
}
