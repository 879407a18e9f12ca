import type {
  ArticleCategory,
  ArticleContent,
  ArticleImportMessage,
  ArticleImportOutcome,
  ArticleImportPlace,
  SectionWords,
} from '../../../contract/index.js';

/** A section that an import makes; those above come before those below. */
export interface PlannedSection {
  slug: string;
  category: ArticleCategory;
  /** The slug of the one above; undefined: directly below the category. */
  parent?: string;
  names: SectionWords;
  descriptions: SectionWords;
}

/** What beside its articles came of looking through a file. */
export interface ImportPlan {
  places: ArticleImportPlace[];
  sections: PlannedSection[];
}

/** What is to be done with an article, exactly. */
export interface RowPlan {
  /** Without its section when that is still to be made. */
  content: ArticleContent;
  /** The slug of a section that this import makes. */
  section?: string;
  /** The version of the draft that was looked at; undefined: there is no such article yet. */
  base?: number;
  publish: boolean;
  /** Who is to see to it; null: nobody; undefined: as it is. */
  owner?: string | null;
  externalId: string;
  /** Pictures of the file that are not stored yet, by the id that they will have. */
  images: { id: string; path: string }[];
}

export interface PlannedRow {
  number: number;
  place: string;
  title: string;
  slug: string;
  outcome: ArticleImportOutcome;
  messages: ArticleImportMessage[];
  articleId?: string;
  plan?: RowPlan;
}

/** $1 the import, $2 the rows. A row that is there already is left alone. */
export const ADD_ROWS = `
  INSERT INTO article_import_rows (import_id, number, place, title, slug, outcome, messages, article_id, plan)
  SELECT $1, r.number, r.place, r.title, r.slug, r.outcome, r.messages, r."articleId", r.plan
    FROM jsonb_to_recordset($2::jsonb) AS r(number int, place text, title text, slug text, outcome text, messages jsonb,
      "articleId" uuid, plan jsonb)
  ON CONFLICT DO NOTHING`;

/** $1 the import. Counted anew each time: nobody has to keep a sum right. */
export const COUNTS = `
  SELECT count(*)::int AS total,
         count(*) FILTER (WHERE outcome = 'new')::int AS new,
         count(*) FILTER (WHERE outcome = 'updates')::int AS updates,
         count(*) FILTER (WHERE outcome = 'unchanged')::int AS unchanged,
         count(*) FILTER (WHERE outcome = 'skipped')::int AS skipped,
         count(*) FILTER (WHERE outcome = 'refused')::int AS refused,
         count(*) FILTER (WHERE outcome IN ('new', 'updates') AND messages <> '[]')::int AS warnings
    FROM article_import_rows WHERE import_id = $1`;

/** $1 the import, $2 after which number, $3 an outcome or null, $4 only those with a warning, $5 how many. */
export const ROWS = `
  SELECT r.number, r.place, r.title, r.slug, r.outcome, r.messages, r.applied_at IS NOT NULL AS applied,
         -- Of an article that is yet to be, nobody can open anything.
         a.id AS "articleId"
    FROM article_import_rows r LEFT JOIN articles a ON a.id = r.article_id
   WHERE r.import_id = $1 AND r.number > $2 AND ($3::text IS NULL OR r.outcome = $3)
     AND (NOT $4 OR r.messages <> '[]' AND r.outcome <> 'refused') ORDER BY r.number LIMIT $5`;
