import { BulkAction, BulkActionCase } from './bulk/bulk.entities.js';
import { TicketCheck } from './checklists/checklist.entity.js';
import { CASE_IMPORT_ENTITIES } from './import/case-import.entities.js';
import { NatureCorrection } from './nature/nature.entity.js';
import { CaseOpening } from './openings/case-opening.entity.js';
import { TagName } from './tags/tag.entity.js';
import { RETENTION_ENTITIES } from './upkeep/retention.entities.js';

/** What hangs on a case beside its thread: a folder each. */
export const CASE_ENTITIES = [
  TicketCheck,
  TagName,
  NatureCorrection,
  CaseOpening,
  BulkAction,
  BulkActionCase,
  ...CASE_IMPORT_ENTITIES,
  ...RETENTION_ENTITIES,
];
