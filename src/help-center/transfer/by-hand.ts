import type { Config } from '../../config.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Database } from '../../platform/db/index.js';
import { Health } from '../../platform/health/index.js';
import { createPino, Logger } from '../../platform/logger/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { ProcessLine, Signals } from '../../platform/signals/index.js';
import { createStorage } from '../../platform/storage/index.js';
import { Categories } from '../../tickets/index.js';
import { ArticlePublisher } from '../articles/article-publisher.service.js';
import { ArticleImages } from '../editing/article-images.service.js';
import { Drafts } from '../editing/drafts.service.js';
import { Publications } from '../editing/publications.service.js';
import { SectionEditing } from '../sections/section-editing.service.js';
import { Sections } from '../sections/sections.service.js';
import { ArticleExports } from './exports/exports.service.js';
import { ArticleImportWork } from './imports/article-import-work.service.js';
import { ArticleImports } from './imports/article-imports.service.js';
import { ImportApply } from './imports/import-apply.service.js';
import { ImportCheck } from './imports/import-check.service.js';
import { ImportDesk } from './imports/import-desk.js';

/**
 * For a tool of the operator, which has a database and no desk that runs. What it publishes is found by readers' searches once a
 * desk runs: nobody is told at once.
 */
export function articleTransferOn(
  database: Database,
  config: Config,
): { imports: ArticleImports; work: ArticleImportWork; exports: ArticleExports } {
  const logger = new Logger(createPino(config.logLevel));
  const alone = new ProcessLine({ ...config, redisUrl: undefined }, logger, new Health(database));
  const outbox = new Outbox(new Signals(alone));
  const audit = new Audit(database);
  const storage = createStorage(config);
  const sections = new Sections(database);
  const images = new ArticleImages(database, storage, audit);
  const drafts = new Drafts(database, audit, sections);
  const publisher = new ArticlePublisher(outbox, sections);
  const publications = new Publications(database, drafts, publisher, audit, sections, new Clock());
  const sectionEditing = new SectionEditing(database, sections, audit, outbox);
  const imports = new ArticleImports(database, storage, audit);
  const check = new ImportCheck(database, new ImportDesk(database, new Categories(database)), sections, images);
  const apply = new ImportApply(database, drafts, publications, sections, sectionEditing, images, audit);
  return {
    imports,
    work: new ArticleImportWork(imports, database, storage, check, apply),
    exports: new ArticleExports(database, storage, sections, audit),
  };
}
