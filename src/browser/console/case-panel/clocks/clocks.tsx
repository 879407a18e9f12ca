import { Skeleton } from 'antd';
import type { ClockExplanation, TicketView } from '../../../../contract/index.js';
import { useClocks } from '../../api/queries.js';
import { PromiseBar } from '../../promise/promise-bar.js';
import { FailedPart } from '../failed-part.js';
import { ClockCard } from './clock-card.js';
import { inOrder } from './clock-facts.js';
import { useClocksTexts } from './texts.js';
import './clocks.css';

/** Every clock of a case: how it stands, and in words why it is due when it is due. */
export function Clocks({ ticket }: { ticket: TicketView }) {
  const texts = useClocksTexts();
  const query = useClocks(ticket.number);
  const clocks = inOrder(query.data?.items ?? []);
  const running = clocks.filter(({ state }) => state === 'running');
  const ended = clocks.filter(({ state }) => state !== 'running');
  const card = (clock: ClockExplanation) => <ClockCard key={clock.id} clock={clock} number={ticket.number} />;
  return (
    <>
      <PromiseBar ticket={ticket} />
      {query.isPending && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {query.isError && !query.data && <FailedPart error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.items.length === 0 && <p className="panel-hint">{texts('none')}</p>}
      <ul className="clocks">{running.map(card)}</ul>
      {ended.length > 0 && (
        <details className="clocks-ended" open={running.length === 0}>
          <summary>{texts('ended', { count: ended.length })}</summary>
          <ul className="clocks">{ended.map(card)}</ul>
        </details>
      )}
    </>
  );
}
