import { RESPONSE_TARGETS } from '../../../sla/index.js';
import { type SubCategoryTexts, TEXTS } from '../../demo-content/index.js';
import type { Dice } from './dice.js';
import type { Population } from './people.js';
import { DAY, HOUR, MINUTE, momentBefore, SECOND } from './rhythm.js';
import type { Ending, Plan, Props } from './script.js';
import type { Colleague, DeskTeam, Person } from './story.js';

export const DAYS = 14;

/** Cases with people, by how they stand. */
const OVER: readonly [Ending, number][] = [
  ['closed', 193],
  ['resolved', 38],
  ['cancelled', 15],
];
/** Those that a person has in hand: who, and how many of each kind. `late`: overdue by now. */
const IN_HAND: readonly {
  key: string;
  asked: number;
  answered: number;
  pending: number;
  on_hold: number;
  late?: number;
}[] = [
  { key: 'chen', asked: 1, answered: 0, pending: 1, on_hold: 1 },
  { key: 'grace', asked: 2, answered: 3, pending: 1, on_hold: 1 },
  { key: 'luo', asked: 2, answered: 2, pending: 1, on_hold: 2, late: 1 },
  { key: 'lin', asked: 1, answered: 1, pending: 2, on_hold: 2 },
  { key: 'fang', asked: 2, answered: 1, pending: 2, on_hold: 2, late: 1 },
  { key: 'zhao', asked: 1, answered: 2, pending: 2, on_hold: 1 },
  { key: 'wu', asked: 1, answered: 1, pending: 2, on_hold: 1, late: 1 },
];
/** Handed over to these teams, where they wait for somebody. */
const WAITING = ['settlement', 'settlement', 'account_safety', 'technical', 'content_review'];
const NEW = 2;
/** Cases that go on from one that was over for more than a week. */
export const FOLLOW_UPS = 6;
const BOT_ALONE: readonly [Ending, number][] = [
  ['helped', 84],
  ['bot_only', 46],
];
/** What brings most people here, by sub-category; the others count once. */
const SHARES: Record<string, number> = {
  payout_delay: 4,
  withdrawal_failed: 3,
  live_stutter: 3,
  login_problem: 2,
  earnings_doubt: 2,
};
/** What is new stands behind what the front line is asked meanwhile, see `UNSORTED_PRIORITY`. */
const PATIENT = 'ad_placement';

export const isCase = ({ ending }: Plan): boolean => !BOT_ALONE.some(([alone]) => alone === ending);

export interface Cast {
  colleagues: readonly Colleague[];
  teams: readonly DeskTeam[];
  population: Population;
  /** Key of the team of specialists for a sub-category. */
  teamOf: (texts: SubCategoryTexts) => string;
  sortedAs: Props['sortedAs'];
}

/** All that happened at the desk, as a list of plans; the ones that are over first. */
export function plan(dice: Dice, now: Date, cast: Cast): Plan[] {
  return new Planner(dice, now, cast).all();
}

class Planner {
  private readonly byLocale: Record<Person['locale'], Person[]>;
  private drawn = 0;

  constructor(
    private readonly dice: Dice,
    private readonly now: Date,
    private readonly cast: Cast,
  ) {
    const { customers, visitors } = cast.population;
    const everybody = dice.shuffled([...customers, ...visitors]);
    this.byLocale = {
      'zh-CN': everybody.filter(({ locale }) => locale === 'zh-CN'),
      en: everybody.filter(({ locale }) => locale === 'en'),
    };
  }

  all(): Plan[] {
    return [...this.over(), ...this.inHand(), ...this.waiting(), ...this.fresh(), ...this.botAlone()];
  }

  private over(): Plan[] {
    const endings = OVER.flatMap(([ending, count]) => new Array<Ending>(count).fill(ending));
    return endings.map((ending, position) => {
      const started = { startedAt: momentBefore(this.dice, this.now, DAYS, MARGIN[ending] ?? HOUR) };
      const texts = this.texts();
      return {
        ...this.people(texts, this.dice.chance(0.75)),
        ending,
        texts,
        when: started,
        late: position % 13 === 0,
        reopened: ending === 'closed' && position % 11 === 0,
        withFile: position % 16 === 0,
      };
    });
  }

  private inHand(): Plan[] {
    return IN_HAND.flatMap(({ key, late = 0, ...counts }) => {
      const holder = this.colleague(key);
      return (Object.entries(counts) as [Ending, number][]).flatMap(([ending, count]) =>
        Array.from({ length: count }, (_, position) =>
          this.held(holder, ending, ending === 'asked' && position < late),
        ),
      );
    });
  }

  private held(holder: Colleague, ending: Ending, late: boolean): Plan {
    const { dice } = this;
    const inFront = holder.teams.includes('frontline') && (holder.teams.length === 1 || dice.chance(0.5));
    const teams = inFront ? ['frontline'] : holder.teams.filter((team) => team !== 'frontline');
    const texts = this.texts((candidate) => teams.includes(this.cast.teamOf(candidate)));
    const people = this.people(texts, false, holder.locale === 'en' ? 'en' : undefined, late);
    const priority = this.cast.sortedAs(texts.category, texts.subCategory).priority;
    const target = RESPONSE_TARGETS[people.customer.shop?.tier ?? 'standard'][priority] * SECOND;
    const ago = late ? target * (1.15 + dice.next() * 0.4) : (AGO[ending]?.(dice) ?? MINUTE);
    const when = { lastAt: new Date(this.now.getTime() - Math.floor(ago)) };
    const plan = { texts, ending, when, withFile: dice.chance(0.1), customer: people.customer };
    if (inFront) return { ...plan, frontline: holder };
    const team = this.team(this.cast.teamOf(texts));
    const frontline = people.frontline === holder ? this.colleague('chen') : people.frontline;
    return { ...plan, frontline, specialist: { team, colleague: holder } };
  }

  private waiting(): Plan[] {
    return WAITING.map((key) => {
      const texts = this.texts((candidate) => this.cast.teamOf(candidate) === key);
      const when = { lastAt: new Date(this.now.getTime() - this.dice.between(2 * MINUTE, 17 * MINUTE)) };
      return { ...this.people(texts, true), texts, ending: 'waiting', when };
    });
  }

  private fresh(): Plan[] {
    const patient = TEXTS.filter(({ subCategory }) => subCategory === PATIENT);
    return Array.from({ length: NEW }, () => {
      const texts = this.dice.pick(patient);
      const when = { lastAt: new Date(this.now.getTime() - this.dice.between(MINUTE, 21 * MINUTE)) };
      return { ...this.people(texts, false), texts, ending: 'new', when };
    });
  }

  private botAlone(): Plan[] {
    const endings = BOT_ALONE.flatMap(([ending, count]) => new Array<Ending>(count).fill(ending));
    return endings.map((ending) => {
      const texts = this.texts();
      const when = { startedAt: momentBefore(this.dice, this.now, DAYS, 5 * MINUTE) };
      return { ...this.people(texts, false), texts, ending, when };
    });
  }

  private texts(fits: (texts: SubCategoryTexts) => boolean = () => true): SubCategoryTexts {
    const fitting = TEXTS.filter(fits);
    return this.dice.pick(
      fitting.flatMap((texts) => new Array<SubCategoryTexts>(SHARES[texts.subCategory] ?? 1).fill(texts)),
    );
  }

  /** A customer who has not been here for long, who takes it up, and whom it is handed over to. */
  private people(
    texts: SubCategoryTexts,
    handsOver: boolean,
    language?: Person['locale'],
    premium = false,
  ): Pick<Plan, 'customer' | 'frontline' | 'specialist'> {
    const locale = language ?? (this.dice.chance(0.2) ? 'en' : 'zh-CN');
    const pool = this.byLocale[locale].filter(({ shop }) => !premium || shop?.tier === 'premium');
    this.drawn += 1;
    const customer = pool[(this.drawn * 7) % pool.length] as Person;
    const key = locale === 'en' ? 'grace' : this.dice.pick(['chen', 'chen', 'luo', 'grace']);
    const team = this.team(this.cast.teamOf(texts));
    const frontline = this.colleague(key);
    // Nobody is given what they have just handed over.
    const specialists = this.cast.colleagues.filter(
      (one) => one.role === 'agent' && one.teams.includes(team.key) && one !== frontline,
    );
    if (!handsOver || team.key === 'frontline') return { customer, frontline };
    return { customer, frontline, specialist: { team, colleague: this.dice.pick(specialists) } };
  }

  private colleague(key: string): Colleague {
    return found(
      this.cast.colleagues.find((colleague) => colleague.key === key),
      key,
    );
  }

  private team(key: string): DeskTeam {
    return found(
      this.cast.teams.find((team) => team.key === key),
      key,
    );
  }
}

/** How long before now a story that is over must have begun. */
const MARGIN: Partial<Record<Ending, number>> = { closed: 30 * HOUR, resolved: 3 * HOUR, cancelled: 2 * HOUR };

/** How long ago the last step of a story was that goes on. */
const AGO: Partial<Record<Ending, (dice: Dice) => number>> = {
  asked: (dice) => dice.between(40 * SECOND, 19 * MINUTE),
  answered: (dice) => dice.between(3 * MINUTE, 5 * HOUR),
  pending: (dice) => dice.between(20 * MINUTE, 30 * HOUR),
  on_hold: (dice) => dice.between(HOUR, 4 * DAY),
};

function found<Item>(item: Item | undefined, what: string): Item {
  if (!item) throw new Error(`the demo has no ${what}`);
  return item;
}
