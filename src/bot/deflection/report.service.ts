import { Injectable } from '@nestjs/common';
import {
  DEFLECTION_DAYS,
  type DeflectionCounts,
  type DeflectionDimension,
  type DeflectionReportView,
  type DeflectionRow,
  type HandOverReason,
  type Locale,
} from '../../contract/index.js';
import { insistOnTimeZone } from '../../people/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { CurrentBotSettings } from '../settings/bot-settings.service.js';
import { ARTICLE_TITLES, DEFLECTION_REPORT } from './report.sql.js';

const DAY = 86_400_000;
/** There may be many articles; days fit. */
const MOST_ROWS = 500;

export interface DeflectionQuestion {
  from: string;
  to: string;
  by: DeflectionDimension;
  timeZone: string;
}

interface ReportRow extends DeflectionCounts {
  level: 1 | 2 | 3;
  key: string | null;
  reason: HandOverReason | '' | null;
  [column: string]: unknown;
}

const FILTERS: Partial<Record<DeflectionDimension, string>> = {
  category: 'category',
  article: 'articleId',
  language: 'locale',
  entry: 'entry',
};
/** What a list is asked for that wants those of whom it is not known. */
const NONE = 'none';

/** How conversations with the bot ended, counted as `outcome.ts` says. */
@Injectable()
export class DeflectionReports {
  constructor(
    private readonly database: Database,
    private readonly settings: CurrentBotSettings,
  ) {}

  /** @throws DeskError `invalid_input` for what is no period and no time zone */
  async report(question: DeflectionQuestion, locale: Locale): Promise<DeflectionReportView> {
    insistOnPeriod(question);
    const { from, to, by, timeZone } = question;
    return this.database.transaction(async (tx) => {
      await insistOnTimeZone(tx, timeZone);
      // Many rows are counted in memory, where the usual share of it would not do.
      await tx.query("SET LOCAL work_mem = '64MB'");
      const counted = await tx.query<ReportRow>(DEFLECTION_REPORT(by), [from, to, timeZone]);
      const rows = counted.filter(({ level }) => level === 1).sort(inOrder(by));
      const shown = rows.slice(0, MOST_ROWS);
      const titles = by === 'article' ? await titlesOf(tx, shown, locale) : new Map<string, string>();
      const { settings } = await this.settings.read(tx);
      const totals = counted.find(({ level }) => level === 3) ?? NOTHING;
      return {
        ...question,
        totals: rowOf(totals, periodOf(question), null),
        rows: shown.map((row) => rowOf(row, queryOf(question, row.key), row.key, titles)),
        leftOff: rows.length - shown.length,
        handOverReasons: counted
          .filter(({ level, reason }) => level === 2 && reason !== null)
          .map(({ reason, handedOver }) => ({
            reason: reason || null,
            count: handedOver,
            query: { ...periodOf(question), outcome: 'handed_over', reason: reason || NONE },
          }))
          .sort((a, b) => b.count - a.count || (a.reason ?? '').localeCompare(b.reason ?? '')),
        costPerContact: settings.costPerContact,
        saved: times(totals.confirmed, settings.costPerContact),
        perhapsSaved: times(totals.presumed, settings.costPerContact),
      };
    });
  }
}

function insistOnPeriod({ from, to }: DeflectionQuestion): void {
  const days = (Date.parse(to) - Date.parse(from)) / DAY + 1;
  if (days >= 1 && days <= DEFLECTION_DAYS) return;
  const message = days < 1 ? 'is before from' : `makes more than ${DEFLECTION_DAYS} days`;
  throw new DeskError('invalid_input', { errors: [{ path: 'to', message }] });
}

const NOTHING: DeflectionCounts = {
  confirmed: 0,
  presumed: 0,
  abandoned: 0,
  handedOver: 0,
  undecided: 0,
  cameBack: 0,
  turnedToPerson: 0,
  askedAgain: 0,
};

const periodOf = ({ from, to, timeZone }: DeflectionQuestion) => ({ from, to, timeZone });

function queryOf(question: DeflectionQuestion, key: string | null): Record<string, string> {
  const period = periodOf(question);
  const filter = FILTERS[question.by];
  if (filter) return { ...period, [filter]: key ?? NONE };
  return key === null ? period : { ...period, from: key, to: key };
}

function rowOf(
  { confirmed, presumed, abandoned, handedOver, undecided, cameBack, turnedToPerson, askedAgain }: DeflectionCounts,
  query: Record<string, string>,
  key: string | null,
  titles?: ReadonlyMap<string, string>,
): DeflectionRow {
  const title = key === null ? undefined : titles?.get(key);
  return {
    key,
    ...(title !== undefined && { title }),
    confirmed,
    presumed,
    abandoned,
    handedOver,
    undecided,
    cameBack,
    turnedToPerson,
    askedAgain,
    query,
  };
}

/** Days as they follow each other; of all else what helped most first. What has no key comes last. */
function inOrder(by: DeflectionDimension) {
  return (a: ReportRow, b: ReportRow): number => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    const byKey = a.key.localeCompare(b.key);
    return by === 'day' ? byKey : b.confirmed - a.confirmed || b.handedOver - a.handedOver || byKey;
  };
}

async function titlesOf(tx: Transaction, rows: readonly ReportRow[], locale: Locale): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ key }) => key ?? []);
  const found = await tx.query<{ id: string; title: string }>(ARTICLE_TITLES, [ids, locale]);
  return new Map(found.map(({ id, title }) => [id, title]));
}

const times = (count: number, cost: DeflectionReportView['costPerContact']) =>
  cost && { amount: count * cost.amount, currency: cost.currency };
