import { Skeleton } from 'antd';
import { useRoutings } from '../../api/queries.js';
import { FailedPart } from '../failed-part.js';
import { RoutedLine } from './routed-line.js';
import { useRoutingTexts } from './texts.js';
import { Waiting } from './waiting.js';
import './routing.css';

/** Why a case is with whom it is, and while it waits, why nobody has it. */
export function Routings({ number }: { number: string }) {
  const texts = useRoutingTexts();
  const query = useRoutings(number);
  if (query.isPending) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  if (!query.data) return <FailedPart error={query.error} onRetry={() => void query.refetch()} />;
  const { items, waiting } = query.data;
  const [latest, ...earlier] = items;
  if (!waiting && !latest) return <p className="panel-hint">{texts('none')}</p>;
  return (
    <>
      {waiting && <Waiting waiting={waiting} />}
      {latest && (
        <ol className="routings">
          <RoutedLine routed={latest} />
        </ol>
      )}
      {earlier.length > 0 && (
        <details className="routing-more routing-earlier">
          <summary>{texts('earlier', { count: earlier.length })}</summary>
          <ol className="routings">
            {earlier.map((routed) => (
              <RoutedLine key={routed.id} routed={routed} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
