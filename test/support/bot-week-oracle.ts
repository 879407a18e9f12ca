import type { BotOutcome, DeflectionCount, EntryData } from '../../src/contract/index.js';
import type { TestApp } from './app.js';

/** A conversation that asked the bot something, and what came of it, read from what was said and from the cases there are. */
export interface Asked {
  outcome: BotOutcome | undefined;
  cameBack: boolean;
  askedAgain: boolean;
  category: string | null;
  article: string | null;
  language: string;
  entry: string;
  day: string;
}

interface Said {
  conversation: string;
  by: string;
  body: string;
  data: EntryData | null;
  at: number;
}

const SETTLED = 72 * 3_600_000;
const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** Nothing of the bot's own tables but which category it took it for, where the customer had chosen none. */
export async function readWeek(desk: TestApp): Promise<Asked[]> {
  const now = desk.clock.now().getTime();
  const { database } = desk;
  const conversations = await database.query<{
    id: string;
    customer: string;
    chosen: string | null;
    category: string | null;
    locale: string;
    followUp: boolean;
  }>(
    `SELECT c.id, c.customer_id AS customer, c.category AS chosen, coalesce(c.category, d.category) AS category, c.locale,
            c.follow_up_of IS NOT NULL AS "followUp"
       FROM conversations c LEFT JOIN bot_dialogues d ON d.conversation_id = c.id`,
  );
  const entries = await database.query<Omit<Said, 'at'> & { at: Date }>(
    `SELECT conversation_id AS conversation, author_kind AS by, body, data, created_at AS at FROM entries ORDER BY conversation_id, seq`,
  );
  const cases = await database.query<{
    id: string;
    customer: string;
    category: string | null;
    at: Date;
    conversation: string;
  }>(
    `SELECT t.id, t.customer_id AS customer, t.category, t.opened_at AS at, tc.conversation_id AS conversation
       FROM tickets t JOIN ticket_conversations tc ON tc.ticket_id = t.id`,
  );
  const matters = conversations.flatMap((conversation) => {
    const said = entries
      .filter((entry) => entry.conversation === conversation.id)
      .map((entry) => ({ ...entry, at: entry.at.getTime() }));
    const opened = said.findIndex(({ data }) => data?.type === 'ticket_opened');
    const withBot = opened < 0 ? said : said.slice(0, opened);
    if (!withBot.some(({ by }) => by === 'bot')) return [];
    const first = withBot.find(({ by }) => by === 'customer');
    return first ? [{ ...conversation, withBot, first, handedOver: opened >= 0 }] : [];
  });
  return matters.map(({ id, customer, chosen, category, locale, followUp, withBot, first, handedOver }) => {
    const answers = withBot.filter(({ data }) => data?.type === 'bot_answer');
    const words = answers.flatMap(({ data }) => (data?.type === 'bot_answer' ? (data.outcome ?? []) : []));
    const shown = answers.flatMap(({ data }) =>
      data?.type === 'bot_answer' && data.articles.length > 0 ? [data] : [],
    );
    const word = words.at(-1);
    const lastAt = Math.max(
      ...withBot.filter(({ by, data }) => by === 'customer' || data?.type === 'bot_answer').map(({ at }) => at),
    );
    // What the bot says when it helped, at that moment.
    const gladAt = withBot.findLast(({ by, data }) => by === 'bot' && data === null)?.at ?? lastAt;
    const since = word === 'helped' ? gladAt : first.at;
    const until = (word === 'helped' ? Math.max(gladAt, lastAt) : lastAt) + SETTLED;
    const same = (other: string | null) => other === null || category === null || other === category;
    const contacts = cases.filter(
      (one) =>
        one.customer === customer &&
        one.conversation !== id &&
        same(one.category) &&
        one.at.getTime() > since &&
        one.at.getTime() <= until,
    );
    const again = matters.some(
      (one) =>
        one.customer === customer &&
        one.id !== id &&
        same(one.category) &&
        one.first.at > first.at &&
        one.first.at <= until,
    );
    const isOver = now - lastAt >= SETTLED;
    const outcome = handedOver
      ? 'handed_over'
      : word === 'helped'
        ? 'confirmed'
        : !isOver
          ? undefined
          : shown.length > 0 && word === undefined && contacts.length === 0
            ? 'presumed'
            : 'abandoned';
    const credited = shown.find(({ outcome: said }) => said === 'helped') ?? shown.at(-1);
    return {
      outcome,
      cameBack: outcome !== undefined && outcome !== 'handed_over' && contacts.length > 0,
      // Beside what is decided; of the confirmed, too, it is known for good after 72 hours.
      askedAgain: outcome !== undefined && outcome !== 'handed_over' && isOver && again,
      category,
      article: credited?.articles[0]?.articleId ?? null,
      language: locale,
      entry: followUp ? 'follow_up' : chosen ? 'category' : 'home',
      day: dayOf.format(first.at),
    };
  });
}

export function tally(asked: readonly Asked[]): Record<DeflectionCount, number> {
  const count = (fits: (one: Asked) => boolean) => asked.filter(fits).length;
  return {
    confirmed: count(({ outcome }) => outcome === 'confirmed'),
    presumed: count(({ outcome }) => outcome === 'presumed'),
    abandoned: count(({ outcome }) => outcome === 'abandoned'),
    handedOver: count(({ outcome }) => outcome === 'handed_over'),
    undecided: count(({ outcome }) => outcome === undefined),
    cameBack: count(({ outcome, cameBack }) => outcome === 'confirmed' && cameBack),
    turnedToPerson: count(({ outcome, cameBack }) => outcome === 'abandoned' && cameBack),
    askedAgain: count(({ askedAgain }) => askedAgain),
  };
}
