import type {
  ArticleCategory,
  ArticleContent,
  ImportMessage,
  ImportOutcome,
  ImportPlace,
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
  places: ImportPlace[];
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
  outcome: ImportOutcome;
  messages: ImportMessage[];
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
