import { Injectable } from '@nestjs/common';
import type {
  ArticleInWaitingView,
  CategoryKey,
  Locale,
  ReportDays,
  UnansweredQuestionView,
} from '../../contract/index.js';
import { staffPrincipals } from '../../conversations/index.js';
import { analyse, HelpCenter, maskQuery } from '../../help-center/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import { fold, runs } from '../../platform/search/index.js';
import { digestOf, groupAlike, type Wording } from './alike.js';
import { REPLIES_THAT_SOLVED, SETTLED, UNANSWERED } from './learning.sql.js';
import { marksOf } from './replies.js';

const SHOWN = 40;
const SAMPLES = 3;
const WORDINGS = 4;
const FOUND_TODAY = 3;
/** Of a longer reply the beginning says what it is about. */
const COMPARED = 1_000;
/** Wordings of one group; who asks in yet others is heard anew. */
export const MOST_MEMBERS = 500;

interface QuestionRow {
  body: string;
  locale: Locale;
  category: CategoryKey | null;
  conversationId: string;
  at: Date;
  nothingFound: boolean;
  [column: string]: unknown;
}

interface ReplyRow {
  body: string;
  locale: Locale;
  category: CategoryKey | null;
  number: string;
  at: Date;
  [column: string]: unknown;
}

/** What the bot could have known better; what somebody has seen to is left out until it comes again. */
@Injectable()
export class BotLearning {
  constructor(
    private readonly database: Database,
    private readonly helpCenter: HelpCenter,
  ) {}

  /** What is asked most comes first. */
  async questions(days: ReportDays): Promise<{ items: UnansweredQuestionView[] }> {
    const rows = await this.database.query<QuestionRow>(UNANSWERED, [days]);
    const asked = rows.map((row) => ({ ...row, ...wordingOf(maskQuery(row.body), row) })).filter(saysSomething);
    const groups = groupAlike(await this.unsettled('question', asked)).toSorted((a, b) => b.length - a.length);
    return { items: await Promise.all(groups.slice(0, SHOWN).map((group) => this.question(group))) };
  }

  /** In cases that they may see. What was said in most of them comes first. */
  async replies(staff: StaffPrincipal, days: ReportDays): Promise<{ items: ArticleInWaitingView[] }> {
    const rows = await this.database.query<ReplyRow>(REPLIES_THAT_SOLVED, [days, staffPrincipals(staff)]);
    const said = rows.map((row) => ({ ...row, ...wordingOf(row.body.slice(0, COMPARED), row) })).filter(saysSomething);
    const groups = groupAlike(await this.unsettled('reply', said)).flatMap((group) => replyOf(group) ?? []);
    groups.sort((a, b) => b.cases - a.cases || b.marks.length - a.marks.length || later(a.lastSaidAt, b.lastSaidAt));
    return { items: groups.slice(0, SHOWN) };
  }

  private async question(group: (QuestionRow & Wording & { text: string })[]): Promise<UnansweredQuestionView> {
    const [first] = group as [(typeof group)[number]];
    const newest = newestFirst(group);
    const { locale } = first;
    const today = await this.helpCenter.search(first.text, { locale, limit: FOUND_TODAY, audience: 'customer' });
    const category = mostOf(group.flatMap((row) => row.category ?? []));
    const wordings = [...new Map(group.map((row) => [row.folded, row.text])).values()];
    return {
      question: first.text,
      locale,
      ...(category && { category }),
      alike: wordings.slice(1, 1 + WORDINGS),
      count: group.length,
      nothingFound: group.filter(({ nothingFound }) => nothingFound).length,
      lastAskedAt: newest[0]?.at.toISOString() ?? '',
      conversationIds: [...new Set(newest.map(({ conversationId }) => conversationId))].slice(0, SAMPLES),
      today: today.map(({ article }) => article),
      members: membersOf(group).slice(0, MOST_MEMBERS),
    };
  }

  /** Without what was said before somebody saw to these very words. */
  private async unsettled<Item extends Wording>(kind: 'question' | 'reply', items: Item[]): Promise<Item[]> {
    const rows = await this.database.query<{ digest: string; settledAt: Date }>(SETTLED, [kind, membersOf(items)]);
    const settled = new Map(rows.map(({ digest, settledAt }) => [digest, settledAt]));
    return items.filter((item) => item.at > (settled.get(digestOf(item)) ?? new Date(0)));
  }
}

function wordingOf(text: string, { locale, at }: { locale: Locale; at: Date }): Wording & { text: string } {
  const folded = runs(fold(text)).join(' ');
  return { text, locale, at, folded, units: analyse(text, new Set()) };
}

/** A sign or a number alone asks for nothing. */
const saysSomething = ({ folded }: Wording): boolean => /\p{Letter}/u.test(folded);

function replyOf(group: (ReplyRow & Wording)[]): ArticleInWaitingView | undefined {
  const newest = newestFirst(group);
  const [first] = newest as [ReplyRow & Wording];
  const numbers = [...new Set(newest.map(({ number }) => number))];
  const marks = marksOf(
    group.map(({ body }) => body),
    numbers.length,
  );
  if (marks.length === 0) return undefined;
  const category = mostOf(group.flatMap((row) => row.category ?? []));
  return {
    reply: maskQuery(first.body),
    locale: first.locale,
    ...(category && { category }),
    marks,
    cases: numbers.length,
    lastSaidAt: first.at.toISOString(),
    ticketNumbers: numbers.slice(0, SAMPLES),
    members: membersOf(group).slice(0, MOST_MEMBERS),
  };
}

const newestFirst = <Item extends Wording>(group: readonly Item[]): Item[] =>
  group.toSorted((a, b) => b.at.getTime() - a.at.getTime());

const membersOf = (items: readonly Wording[]): string[] => [...new Set(items.map(digestOf))];

function mostOf<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

const later = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);
