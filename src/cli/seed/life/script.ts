import type { CategoryKey } from '../../../contract/index.js';
import type { ArticlePassages } from '../../../help-center/index.js';
import { RESPONSE_TARGETS } from '../../../sla/index.js';
import { fillIn, type Line, type SubCategoryTexts } from '../../demo-content/index.js';
import type { SortedAs } from './case.js';
import { pickDialogue } from './dialogues.js';
import type { Dice } from './dice.js';
import { formOf, type Gaps, gapsOf } from './gaps.js';
import { HOUR, MINUTE, SECOND } from './rhythm.js';
import { screenshot } from './screenshot.js';
import type { Colleague, Deed, DeskTeam, Person, Step, Story } from './story.js';

/** How a matter stands when its story is told. `asked`: the customer waits for a word; `waiting`: handed over, nobody has it yet. */
export const ENDINGS = [
  'helped',
  'bot_only',
  'new',
  'waiting',
  'asked',
  'answered',
  'pending',
  'on_hold',
  'resolved',
  'closed',
  'cancelled',
] as const;
export type Ending = (typeof ENDINGS)[number];

export interface Plan {
  customer: Person;
  texts: SubCategoryTexts;
  ending: Ending;
  /** Who takes it first, and who has it in the end when it was handed over. */
  frontline: Colleague;
  specialist?: { team: DeskTeam; colleague: Colleague };
  /** Whoever it was handed over to let the customer wait too long. */
  late?: boolean;
  reopened?: boolean;
  withFile?: boolean;
  /** When it began, or when its last step was. */
  when: { startedAt: Date } | { lastAt: Date };
  followUpOf?: Story;
}

export interface Props {
  dice: Dice;
  capacity: number;
  sorter: Colleague;
  articles: (texts: SubCategoryTexts, locale: Person['locale']) => ArticlePassages[];
  sortedAs: (category: CategoryKey, subCategory: string) => SortedAs & { form: Parameters<typeof formOf>[0] };
}

const ACTIVE: readonly Ending[] = ['new', 'waiting', 'asked', 'answered', 'pending', 'on_hold'];

/** Writes the story of a plan, step by step. */
export function write(plan: Plan, props: Props): Story {
  return new Script(plan, props).story();
}

class Script {
  private readonly steps: Step[] = [];
  private readonly gaps: Gaps;
  private readonly texts: SubCategoryTexts;
  private readonly dice: Dice;
  private readonly category: CategoryKey | null;
  private now = 0;
  private agent: Colleague;
  private sorted = false;
  private wasLate = false;
  /** What the dialogue has for the colleague who takes over; it is written once. */
  private noteToHandOver: Line | undefined;

  constructor(
    private readonly plan: Plan,
    private readonly props: Props,
  ) {
    this.dice = props.dice;
    this.texts = plan.texts;
    this.agent = plan.frontline;
    const near = 'startedAt' in plan.when ? plan.when.startedAt : plan.when.lastAt;
    this.gaps = gapsOf(this.dice, plan.customer, near);
    this.category = this.dice.chance(0.85) ? plan.texts.category : null;
  }

  story(): Story {
    const { plan } = this;
    this.askTheBot();
    if (plan.ending !== 'helped' && plan.ending !== 'bot_only') this.talkToPeople();
    const { when, customer, followUpOf } = plan;
    const shift = 'startedAt' in when ? when.startedAt.getTime() : when.lastAt.getTime() - this.now;
    const at = (step: Step): Step => ({ ...step, at: new Date(step.at.getTime() + shift) });
    return {
      customer,
      locale: customer.locale,
      category: this.category,
      topic: this.texts.category,
      startedAt: new Date(shift),
      steps: this.steps.map(at),
      ...(followUpOf && { followUpOf }),
    };
  }

  private askTheBot(): void {
    const { dice, plan } = this;
    this.wait(4 * SECOND, 70 * SECOND);
    const { locale } = plan.customer;
    const openings = this.texts.openings.filter((opening) => opening.locale === locale);
    this.customerSays(dice.deal(`opening ${this.texts.subCategory} ${locale}`, openings).text);
    const found = this.props.articles(this.texts, plan.customer.locale);
    const sure = found.length > 0 && (plan.ending === 'helped' || dice.chance(0.55));
    const articles = sure ? found.slice(0, 1) : found.slice(0, dice.between(1, 3));
    const confidence = Math.round((sure ? 0.62 + dice.next() * 0.33 : 0.18 + dice.next() * 0.38) * 1_000) / 1_000;
    this.wait(600, 2 * SECOND);
    this.add({ do: 'bot_answers', articles, confidence, sure, attempt: 1 });
    this.wait(12 * SECOND, 100 * SECOND);
    if (plan.ending === 'helped') this.add({ do: 'rate_bot', helped: true });
    else if (dice.chance(plan.ending === 'bot_only' ? 0.4 : 0.55)) this.turnDown(found.slice(articles.length));
  }

  /** What does not help is followed by another answer, where the bot has found more. */
  private turnDown(others: ArticlePassages[]): void {
    if (others.length === 0) return;
    this.add({ do: 'rate_bot', helped: false });
    this.add({ do: 'bot_answers', articles: others.slice(0, 2), confidence: 0.25, sure: false, attempt: 2 });
    this.wait(12 * SECOND, 60 * SECOND);
  }

  private talkToPeople(): void {
    const { plan } = this;
    this.wait(3 * SECOND, 40 * SECOND);
    this.add({ do: 'ask_for_person' });
    if (plan.ending === 'new') {
      this.wait(70 * SECOND, 3 * MINUTE);
      this.sort(this.props.sorter);
      return;
    }
    this.route(plan.frontline, 4 * SECOND, 150 * SECOND);
    const lines = pickDialogue(this.dice, this.texts, plan.customer.locale, plan.ending);
    this.noteToHandOver = plan.specialist && lines.find(({ by }) => by === 'note');
    for (const [position, line] of lines.entries()) this.speak(line, position);
    this.end();
  }

  private speak(line: Line, position: number): void {
    const { plan } = this;
    if (line.by === 'customer') {
      // Whoever has just told the bot says it again to a person, or waits for the person to read.
      if (position === 0 && this.dice.chance(0.4)) return;
      this.customerPause(position);
      this.customerSays(line.text, plan.withFile === true && position === 2);
      return;
    }
    if (plan.ending === 'waiting' && this.handedOver) return;
    if (line === this.noteToHandOver && this.handedOver) return;
    this.agentPause();
    this.add({ do: line.by === 'note' ? 'note' : 'reply', by: this.agent, body: this.fill(line.text) });
    if (line.by === 'staff' && !this.sorted) this.sortAndHandOver();
  }

  private get handedOver(): boolean {
    return this.steps.some((step) => step.do === 'hand_over');
  }

  private sortAndHandOver(): void {
    const { plan, dice } = this;
    this.wait(15 * SECOND, 60 * SECOND);
    this.sort(this.agent);
    if (!plan.specialist) return;
    this.wait(5 * SECOND, 40 * SECOND);
    const { team, colleague } = plan.specialist;
    this.add({
      do: 'hand_over',
      by: this.agent,
      to: team,
      note: this.fill(this.noteToHandOver?.text ?? dice.pick(this.texts.notes)),
    });
    if (plan.ending === 'waiting') return;
    this.route(colleague, 20 * SECOND, 8 * MINUTE);
  }

  private end(): void {
    const { plan, dice } = this;
    const { ending } = plan;
    if (ending === 'pending' || ending === 'on_hold' || ending === 'cancelled') {
      this.wait(5 * SECOND, 50 * SECOND);
      this.add({ do: 'move', by: this.agent, to: ending });
    }
    if (ending !== 'resolved' && ending !== 'closed') return;
    this.resolve();
    if (plan.reopened) {
      this.wait(20 * MINUTE, 9 * HOUR);
      this.customerSays(dice.pick(this.said(this.texts.followUps)));
      this.agentPause();
      this.add({ do: 'reply', by: this.agent, body: this.fill(dice.pick(this.said(this.texts.closings))) });
      this.resolve();
    }
    const confirms = ending === 'closed' && dice.chance(0.8);
    this.wait(MINUTE, confirms ? 5 * HOUR : 26 * HOUR);
    if (confirms) this.add({ do: 'confirm' });
    else if (ending === 'closed') this.add({ do: 'move', by: this.agent, to: 'closed' });
    if (dice.chance(ending === 'closed' ? 0.62 : 0.3)) this.rate();
  }

  private resolve(): void {
    this.wait(20 * SECOND, 3 * MINUTE);
    this.add({ do: 'move', by: this.agent, to: 'resolved' });
  }

  private rate(): void {
    const ratings = this.texts.ratings.filter(({ locale }) => locale === this.plan.customer.locale);
    const { score, solved, text } = this.dice.pick(ratings);
    this.wait(8 * SECOND, 60 * SECOND);
    this.add({ do: 'rate', score, solved, comment: this.dice.chance(0.7) ? this.fill(text) : '' });
  }

  private route(to: Colleague, least: number, most: number): void {
    this.wait(least, most);
    this.add({ do: 'route', to, capacity: this.props.capacity });
    this.agent = to;
  }

  private sort(by: Colleague): void {
    const { category, subCategory } = this.texts;
    const form = formOf(this.props.sortedAs(category, subCategory).form, this.gaps, this.dice);
    this.add({ do: 'sort', by, as: { category, subCategory, form } });
    this.sorted = true;
  }

  private customerSays(text: string, withFile = false): void {
    const file = withFile ? screenshot(this.dice) : undefined;
    this.add({ do: 'write', body: this.fill(text), ...(file && { file }) });
  }

  private customerPause(position: number): void {
    const lingers = !ACTIVE.includes(this.plan.ending) && position > 4 && this.dice.chance(0.25);
    if (lingers) this.wait(40 * MINUTE, 9 * HOUR);
    else this.wait(15 * SECOND, 3 * MINUTE);
  }

  private agentPause(): void {
    const { plan, dice } = this;
    if (!plan.late || this.wasLate || !this.handedOver) {
      this.wait(18 * SECOND, 130 * SECOND);
      return;
    }
    const { priority } = this.props.sortedAs(this.texts.category, this.texts.subCategory);
    const target = RESPONSE_TARGETS[plan.customer.shop?.tier ?? 'standard'][priority] * SECOND;
    this.wait(target * 1.1, target * (1.2 + dice.next() * 0.4));
    this.wasLate = true;
  }

  private said(texts: SubCategoryTexts['closings']): string[] {
    return texts.filter(({ locale }) => locale === this.plan.customer.locale).map(({ text }) => text);
  }

  private fill(text: string): string {
    return fillIn(text, this.gaps.texts);
  }

  private wait(least: number, most: number): void {
    this.now += this.dice.between(Math.floor(least), Math.floor(Math.max(least, most)));
  }

  private add(deed: Deed): void {
    this.steps.push({ at: new Date(this.now), ...deed });
  }
}
