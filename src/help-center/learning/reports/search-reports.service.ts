import { Injectable } from '@nestjs/common';
import {
  type ArticleReadersView,
  type ArticleReportView,
  type Locale,
  type ReadingPlace,
  type ReportDays,
  type SearchGap,
  type SearchGapView,
  type SearchReportView,
  type SearchTotals,
} from '../../../contract/index.js';
import { insistOnTimeZone } from '../../../people/index.js';
import { Database } from '../../../platform/db/index.js';
import { DeskError } from '../../../platform/errors/index.js';
import { HelpCenter } from '../../help-center.service.js';
import { ARTICLES_READ, READERS_BY_WEEK, REASONS, SEARCH_GAPS, SEARCHES_BY_DAY } from './reports.sql.js';

/** What an editor looks at; a file has {@link IN_A_FILE}. */
const ON_A_PAGE = 50;
export const IN_A_FILE = 5_000;
const SHOWN_TODAY = 3;

type GapRow = Omit<SearchGapView, 'lastAskedAt' | 'today' | 'taskId'> & { lastAskedAt: Date; taskId: string | null };
type ArticleRow = Omit<ArticleReportView, 'taskId'> & { taskId: string | null };

export interface Period {
  days: ReportDays;
  /** The reader's, in which a day begins. */
  timeZone: string;
}

/** What people look for in vain, and what they read in vain. */
@Injectable()
export class SearchReports {
  constructor(
    private readonly database: Database,
    private readonly helpCenter: HelpCenter,
  ) {}

  /** @throws DeskError `invalid_input` for what is no time zone, here and below */
  async searches({ days, timeZone }: Period): Promise<SearchReportView> {
    const rows = await this.counted<SearchTotals & { day: string }>(SEARCHES_BY_DAY, [days, timeZone], timeZone);
    const sum = (count: keyof SearchTotals) => rows.reduce((total, row) => total + row[count], 0);
    return {
      totals: {
        searches: sum('searches'),
        withoutResult: sum('withoutResult'),
        clickable: sum('clickable'),
        withoutClick: sum('withoutClick'),
      },
      days: rows,
    };
  }

  /** What is asked most comes first. */
  async gaps(gap: SearchGap, period: Period, place?: ReadingPlace): Promise<{ items: SearchGapView[] }> {
    const rows = await this.gapRows(gap, period, ON_A_PAGE, place);
    const items = rows.map(async ({ lastAskedAt, taskId, ...row }) => ({
      ...row,
      lastAskedAt: lastAskedAt.toISOString(),
      today: await this.shownToday(row),
      ...(taskId !== null && { taskId }),
    }));
    return { items: await Promise.all(items) };
  }

  gapRows(gap: SearchGap, { days, timeZone }: Period, limit: number, place?: ReadingPlace): Promise<GapRow[]> {
    return this.counted<GapRow>(SEARCH_GAPS(gap), [days, timeZone, place ?? null, limit], timeZone);
  }

  /** Those that send most people to a person come first. @param locale of the titles, where they have one */
  async articles(days: ReportDays, locale: Locale, limit = ON_A_PAGE): Promise<{ items: ArticleReportView[] }> {
    const rows = await this.counted<ArticleRow>(ARTICLES_READ, [days, limit, locale]);
    return { items: rows.map(({ taskId, ...row }) => ({ ...row, ...(taskId !== null && { taskId }) })) };
  }

  /** @throws DeskError `not_found` */
  async readers(articleId: string): Promise<ArticleReadersView> {
    const known = await this.database.one('SELECT id FROM articles WHERE id = $1', [articleId]);
    if (!known) throw new DeskError('not_found');
    const weeks = await this.database.query<ArticleReadersView['weeks'][number]>(READERS_BY_WEEK, [articleId]);
    const reasons = await this.database.query<{ at: Date; locale: Locale; text: string }>(REASONS, [articleId]);
    return { weeks, reasons: reasons.map(({ at, ...reason }) => ({ at: at.toISOString(), ...reason })) };
  }

  /** For the eyes of those who asked there. */
  private async shownToday({ query, locale, place }: Pick<GapRow, 'query' | 'locale' | 'place'>) {
    const audience = place === 'widget' || place === 'bot' ? 'customer' : 'anyone';
    const answers = await this.helpCenter.search(query, { locale, limit: SHOWN_TODAY, audience });
    return answers.map(({ article }) => article);
  }

  /** Many rows are counted in memory, where the usual share of it would not do. */
  private counted<Row extends object>(statement: string, values: unknown[], timeZone?: string): Promise<Row[]> {
    return this.database.transaction(async (tx) => {
      if (timeZone !== undefined) await insistOnTimeZone(tx, timeZone);
      await tx.query("SET LOCAL work_mem = '64MB'");
      return tx.query<Row & Record<string, unknown>>(statement, values);
    });
  }
}
