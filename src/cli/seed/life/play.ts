import { wordsOf } from '../../../bot/index.js';
import type { CategoryKey, CategoryView } from '../../../contract/index.js';
import { botAnswer } from './bot-answer.js';
import { leaveBrief } from './bot-brief.js';
import { Case, type SortedAs, staffActor } from './case.js';
import type { Dice } from './dice.js';
import type { DeskTeam, Step, Story } from './story.js';
import { customerOf, staffOf, Thread } from './thread.js';

export interface BotAnswerRow {
  entry_id: string;
  conversation_id: string;
  question_id: string;
  category: CategoryKey | null;
  article_ids: string[];
  article_versions: number[];
  attempt: number;
  confidence: number;
  sure: boolean;
  outcome: 'helped' | 'not_helped' | 'handed_over' | null;
  decided_at: Date | null;
  created_at: Date;
}

/** What a story left behind. */
export interface Played {
  story: Story;
  thread: Thread;
  botAnswers: BotAnswerRow[];
  /** Undefined: the bot was enough, or nobody asked for more. */
  ticket: Case | undefined;
}

export interface Stage {
  dice: Dice;
  frontline: DeskTeam;
  nextNumber: () => string;
  sortedAs: (category: CategoryKey, subCategory: string) => SortedAs;
  categories: readonly CategoryView[];
}

/** Plays a story step by step, to the moment `now`. @throws for a step that the desk would have refused */
export function play(story: Story, now: Date, stage: Stage): Played {
  const player = new Player(story, stage);
  for (const step of story.steps) player.take(step);
  player.until(now);
  return player.played;
}

class Player {
  readonly played: Played;

  constructor(
    private readonly story: Story,
    private readonly stage: Stage,
  ) {
    this.played = { story, thread: new Thread(story, stage.dice), botAnswers: [], ticket: undefined };
  }

  until(at: Date): void {
    this.played.ticket?.clocks.pass(at);
  }

  take(step: Step): void {
    const { thread } = this.played;
    const { at } = step;
    this.until(at);
    switch (step.do) {
      case 'write':
        thread.say(at, customerOf(this.story.customer), step.body, { file: step.file });
        thread.read(`customer:${this.story.customer.id}`);
        this.played.ticket?.hear(at);
        return;
      case 'bot_answers':
        this.botAnswers(step);
        return;
      case 'rate_bot':
        this.rateBot(at, step.helped);
        return;
      case 'ask_for_person':
        this.played.ticket = new Case(this.stage.nextNumber(), thread, at, this.stage.frontline, this.stage.dice);
        leaveBrief(thread, at, this.stage.categories);
        for (const answer of this.played.botAnswers.filter(({ outcome }) => outcome !== 'helped'))
          Object.assign(answer, { outcome: 'handed_over', decided_at: at });
        return;
      case 'rate':
        this.ticket.rate(at, step);
        return;
      case 'confirm':
        this.ticket.move(at, 'closed', this.ticket.customer, 'confirmed');
        return;
      default:
        this.byStaff(step);
        return;
    }
  }

  private byStaff(
    step: Exclude<Step, { do: 'write' | 'bot_answers' | 'rate_bot' | 'ask_for_person' | 'rate' | 'confirm' }>,
  ) {
    const { thread } = this.played;
    const { at } = step;
    switch (step.do) {
      case 'route':
        this.ticket.route(at, step.to, step.capacity);
        return;
      case 'reply':
        thread.say(at, staffOf(step.by), step.body, { file: step.file });
        this.ticket.answered(at);
        break;
      case 'note':
        thread.note(at, staffOf(step.by), step.body, { typed: true });
        break;
      case 'sort':
        this.ticket.sort(at, step.by, step.as, this.stage.sortedAs(step.as.category, step.as.subCategory));
        break;
      case 'hand_over':
        this.ticket.handOver(at, step.by, step.to, step.note);
        break;
      case 'move':
        this.ticket.move(at, step.to, staffActor(step.by), 'set');
        break;
    }
    thread.read(`staff:${step.by.id}`);
  }

  private botAnswers(step: Extract<Step, { do: 'bot_answers' }>): void {
    const { thread, story } = this.played;
    const question = thread.entries.findLast(({ author_kind }) => author_kind === 'customer');
    if (!question) throw new Error('the bot was not asked');
    const { at, sure, confidence, attempt } = step;
    const about = { conversationId: thread.id, questionId: question.id, seq: thread.seq, question: question.body };
    const { body, data, category } = botAnswer(step, story, about);
    const entry = thread.bot(at, body, data);
    const citations = data.citations ?? [];
    thread.read(`customer:${story.customer.id}`);
    this.played.botAnswers.push({
      entry_id: entry.id,
      conversation_id: thread.id,
      question_id: question.id,
      category,
      article_ids: citations.map(({ articleId }) => articleId),
      article_versions: citations.map(({ version }) => version),
      attempt,
      confidence,
      sure,
      outcome: null,
      decided_at: null,
      created_at: at,
    });
  }

  private rateBot(at: Date, helped: boolean): void {
    const { thread, story, botAnswers } = this.played;
    const answer = botAnswers.at(-1);
    const entry = thread.entries.find(({ id }) => id === answer?.entry_id);
    if (!answer || entry?.data?.type !== 'bot_answer') throw new Error('the bot has not answered');
    const outcome = helped ? 'helped' : 'not_helped';
    Object.assign(answer, { outcome, decided_at: at });
    entry.data = { ...entry.data, outcome };
    if (helped) thread.bot(at, wordsOf('glad', story.locale));
    thread.read(`customer:${story.customer.id}`);
  }

  private get ticket(): Case {
    const { ticket } = this.played;
    if (!ticket) throw new Error('there is no case yet');
    return ticket;
  }
}
