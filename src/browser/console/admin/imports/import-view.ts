export type ImportStatus = 'checking' | 'checked' | 'applying' | 'done' | 'failed';

/** What every import is, whatever it brings. */
export interface ImportView {
  id: string;
  fileName: string;
  status: ImportStatus;
  format?: string;
  createdBy: string;
  createdAt: string;
  counts: { total: number; done: number };
}

/** The texts that the shared parts need; each page has its own words for them. */
export type ImportTexts = (
  key:
    | `status.${ImportStatus}`
    | 'all'
    | 'applying'
    | 'by'
    | 'checking'
    | 'drop'
    | 'dropHint'
    | 'gone'
    | 'history'
    | 'importTitle'
    | 'noRows'
    | 'none'
    | 'progress'
    | 'remove'
    | 'removeAsk'
    | 'removeDetail'
    | 'report'
    | 'rows'
    | 'template'
    | 'title'
    | 'tooBig'
    | 'total'
    | 'uploadFailed'
    | 'uploading'
    | 'warned',
  values?: Record<string, string | number>,
) => string;

/** Where imports of one kind stand in the console, and in the API. */
export interface ImportPlace {
  /** Of the administration. */
  page: string;
  /** Of the API, with a slash at its beginning. */
  path: string;
}

export const isUnderWay = ({ status }: Pick<ImportView, 'status'>): boolean =>
  status === 'checking' || status === 'applying';
