import { Answers } from '../../src/bot/answers/answers.service.js';
import { Verdicts } from '../../src/bot/answers/verdicts.service.js';
import { AnswerRatings } from '../../src/bot/index.js';
import { botAnswer } from '../../src/cli/seed/life/bot-answer.js';
import type { Played } from '../../src/cli/seed/life/play.js';
import type { Colleague, Step, Story } from '../../src/cli/seed/life/story.js';
import { Conversations, customerAuthor, Entries, staffAuthor } from '../../src/conversations/index.js';
import { type CustomerPrincipal, Directory, type StaffPrincipal } from '../../src/people/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { Presences } from '../../src/routing/index.js';
import { Sweep } from '../../src/sla/index.js';
import { Casework } from '../../src/tickets/console/casework.service.js';
import { Transfers } from '../../src/tickets/console/transfers.service.js';
import { CustomerTickets, Tickets } from '../../src/tickets/index.js';
import type { TestApp } from './app.js';

const MOMENTS_MILLISECONDS = 5_000;

/**
 * Plays a story of the demo by the product's own verbs, at the times at which its steps happened. What the desk does by itself,
 * as the giving of work, it does; what the bot chooses to answer is the story's.
 * @returns the conversation that it made
 */
export async function replay(desk: TestApp, { story, ticket }: Played, site: { id: string }): Promise<string> {
  const { customer } = story;
  const principal: CustomerPrincipal = {
    customerId: customer.id,
    visitorSessionId: customer.sessionId,
    siteId: site.id,
    siteKey: 'demo',
    locale: story.locale,
    identified: customer.externalId !== null,
    name: customer.name,
  };
  const goTo = (at: Date) => desk.clock.advance(at.getTime() - desk.clock.now().getTime());
  // What was done just before took the desk some moments here, and was due as much later.
  const sweepAt = async (at: Date) => {
    await goTo(new Date(at.getTime() + MOMENTS_MILLISECONDS));
    await desk.get(Sweep).runOnce();
  };
  await goTo(story.startedAt);
  const conversationId = await desk
    .get(Conversations)
    .start(principal, { clientConversationId: newId(), ...(story.category && { category: story.category }) });
  const fired = (ticket?.clocks.escalations ?? []).map(({ fired_at }) => fired_at);
  for (const [place, step] of story.steps.entries()) {
    for (const at of fired.filter((time) => time < step.at && time > desk.clock.now())) {
      await sweepAt(at);
    }
    await goTo(step.at);
    await take(desk, step, conversationId, principal, story);
    // The answer is there before the bot itself thinks of one.
    if (story.steps[place + 1]?.do !== 'bot_answers') await desk.settle();
  }
  for (const at of fired.filter((time) => time > desk.clock.now())) await sweepAt(at);
  return conversationId;
}

async function take(
  desk: TestApp,
  step: Step,
  conversationId: string,
  customer: CustomerPrincipal,
  story: Story,
): Promise<void> {
  const number = async () =>
    (
      await desk.database.one<{ number: string }>(
        'SELECT t.number FROM tickets t JOIN ticket_conversations tc ON tc.ticket_id = t.id WHERE tc.conversation_id = $1',
        [conversationId],
      )
    )?.number as string;
  const entry = { conversationId, clientMessageId: newId() };
  switch (step.do) {
    case 'write':
      await desk.get(Entries).post(customerAuthor(customer), { ...entry, kind: 'message', body: step.body });
      return;
    case 'bot_answers': {
      const question = await desk.database.one<{ id: string; body: string }>(
        `SELECT id, body FROM entries WHERE conversation_id = $1 AND author_kind = 'customer' ORDER BY seq DESC LIMIT 1`,
        [conversationId],
      );
      if (!question) throw new Error('the bot was not asked');
      await desk.database.transaction(async (tx) => {
        const { seq } = await desk.get(Conversations).lock(tx, conversationId);
        const about = { conversationId, questionId: question.id, seq, question: question.body };
        await desk.get(Answers).give(tx, botAnswer(step, story, about));
      });
      return;
    }
    case 'rate_bot': {
      const answer = await desk.database.one<{ id: string }>(
        'SELECT entry_id AS id FROM bot_answers WHERE conversation_id = $1',
        [conversationId],
      );
      const id = answer?.id as string;
      if (step.helped) await desk.get(AnswerRatings).rate(conversationId, id, true);
      else await desk.database.transaction((tx) => desk.get(Verdicts).note(tx, conversationId, id, 'not_helped'));
      return;
    }
    case 'ask_for_person':
      await desk.database.transaction((tx) =>
        desk.get(Tickets).openForConversation(tx, { conversationId, reason: 'person_requested' }),
      );
      return;
    case 'route':
      await desk.get(Presences).set(step.to.id, 'online');
      await desk.settle();
      await desk.get(Presences).set(step.to.id, 'offline');
      return;
    case 'confirm':
      await desk.get(CustomerTickets).confirm(customer, await number(), true);
      return;
    case 'rate': {
      const { score, solved, comment } = step;
      await desk.get(CustomerTickets).rate(customer, await number(), { score, solved, ...(comment && { comment }) });
      return;
    }
    default: {
      const staff = await principalOf(desk, step.by);
      const casework = desk.get(Casework);
      if (step.do === 'reply' || step.do === 'note')
        await desk.get(Entries).post(staffAuthor(staff), {
          ...entry,
          kind: step.do === 'note' ? 'note' : 'message',
          body: step.body,
          channel: 'console',
        });
      else if (step.do === 'sort') {
        const { version } = await casework.view(staff, await number());
        await casework.edit(staff, await number(), version, step.as);
      } else if (step.do === 'hand_over')
        await desk.get(Transfers).assign(staff, await number(), { teamId: step.to.id, note: step.note });
      else await casework.transition(staff, await number(), { to: step.to });
    }
  }
}

async function principalOf(desk: TestApp, { id }: Colleague): Promise<StaffPrincipal> {
  const [staff] = await desk.get(Directory).staff([id]);
  if (!staff) throw new Error(`${id} does not work here`);
  const { name, role, locale, teamIds } = staff;
  return { staffId: id, name, role, locale, teamIds, sessionId: newId() };
}
