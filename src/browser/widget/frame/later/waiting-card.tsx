import { useEffect, useRef, useState } from 'preact/hooks';
import type { CustomerTicketView, ExpectedWait } from '../../../../contract/index.js';
import { type Duration, waitParts } from '../logic/durations.js';
import { useTexts } from '../state/context.js';
import type { State } from '../state/store.js';
import { CaseDetails } from './case-details.js';
import { QueueChoices } from './queue-choices.js';
import { Telephone } from './telephone.js';
import { type LaterTexts, useLaterTexts } from './texts.js';

/** A place that moves every second is not read aloud every second. */
const READ_ALOUD_EVERY_MS = 20_000;

interface Props {
  conversationId: string;
  ticket: CustomerTicketView;
  /** Somebody has it now, and has not said anything yet. */
  isTurn: boolean;
  state: State;
}

function waitText(
  text: LaterTexts,
  { staffed, expectedWait }: { staffed?: boolean; expectedWait?: ExpectedWait },
  isClosed: boolean,
): string {
  // Of a closed desk the note above says when it opens; that is no guess.
  if (!expectedWait) return staffed && !isClosed ? text.unknown : '';
  const { from, to } = waitParts(expectedWait);
  const say = ({ unit, count }: Duration) => text[unit](count);
  if (from && to) return text.between(from.unit === to.unit ? `${from.count}` : say(from), say(to));
  return to ? text.within(say(to)) : text.beyond(say(from as Duration));
}

/** What the customer gets with 转人工: the case, the place in the queue, what to do meanwhile, and what if nobody is there. */
export function WaitingCard({ conversationId, ticket, isTurn, state }: Props) {
  const { caseNumber } = useTexts();
  const text = useLaterTexts();
  const { place, agentName } = ticket;
  const isWaiting = place !== undefined && !agentName && ['new', 'open'].includes(ticket.status);
  const where = isWaiting ? text.placeValue(place, ticket.placeUpTo) : '';
  const wait = waitText(text, ticket, state.desk?.state === 'closed');
  const aloud = useNowAndThen(isTurn && agentName ? text.turn(agentName) : where && `${text.place} ${where} ${wait}`);
  return (
    <section class="case-card card" aria-label={`${caseNumber} ${ticket.number}`}>
      <p class="hidden" aria-live="polite">
        {aloud}
      </p>
      {isTurn && agentName && <p class="turn">{text.turn(agentName)}</p>}
      {isWaiting && (
        <dl class="queue">
          <div>
            <dt>{text.place}</dt>
            <dd>{where}</dd>
          </div>
          {wait && (
            <div>
              <dt>{text.wait}</dt>
              <dd>{wait}</dd>
            </div>
          )}
        </dl>
      )}
      {isWaiting && ticket.staffed === false && (
        <div class="nobody">
          <p>{text.nobody}</p>
          {/* Not the hours: "day and night" right under it would contradict. */}
          <p class="row wrap">
            <Telephone site={state.site} />
          </p>
        </div>
      )}
      {isWaiting && <QueueChoices conversationId={conversationId} ticket={ticket} state={state} />}
      <CaseDetails ticket={ticket} state={state} />
    </section>
  );
}

/** What it is at first, and what it has become since, but not more often than a listener can bear. */
function useNowAndThen(value: string): string {
  const [shown, setShown] = useState(value);
  const last = useRef(0);
  useEffect(() => {
    if (value === shown) return;
    const rest = Math.max(0, last.current + READ_ALOUD_EVERY_MS - performance.now());
    const timer = setTimeout(() => {
      last.current = performance.now();
      setShown(value);
    }, rest);
    return () => clearTimeout(timer);
  }, [value, shown]);
  return shown;
}
