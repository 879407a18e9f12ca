import type { ImportStatus, ImportView, Locale } from '../../contract/index.js';
import type { Changes } from '../audit/index.js';

/** A file as it is stored. `Plan` is what beside its rows came of looking through it. */
export interface ImportRecord<View extends ImportView = ImportView, Plan = object> {
  id: string;
  fileName: string;
  format: NonNullable<View['format']> | null;
  storageKey: string;
  status: ImportStatus;
  options: View['options'];
  counts: Partial<View['counts']>;
  plan: Plan;
  problem: NonNullable<View['problem']> | null;
  createdBy: string;
  appliedBy: string | null;
  appliedByName: string | null;
  createdAt: Date;
  finishedAt: Date | null;
  [column: string]: unknown;
}

/** What a room says of the files that are brought to it. */
export interface ImportKind<View extends ImportView, Row, Plan> {
  /** Its tables are `<name>_imports` and `<name>_import_rows`; the journal says `<name>_import.applied`. */
  name: string;
  /** Where the files lie in the storage. */
  folder: string;
  /** Bytes, and after how many days a file that nobody has taken over is forgotten. */
  limits: { file: number; days: number };
  /** Before it was looked through. */
  noCounts: View['counts'];
  noPlan: Plan;
  /** $1 the import. Counted anew each time: nobody has to keep a sum right. */
  countRows: string;
  /** $1 the import: what goes with its file when that is forgotten. */
  forgetRows: string;
  /** What is shown of it beside what every import shows. */
  shown(plan: Plan): Omit<View, keyof ImportView>;
  /** What the journal says of taking it over. */
  changes(record: Pick<ImportRecord<View, Plan>, 'counts' | 'options'>): Changes;
  /** Its rows as a table. */
  report: { head: Record<Locale, string[]>; line: (row: Row, locale: Locale) => (string | number)[] };
}
