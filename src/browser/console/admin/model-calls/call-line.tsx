import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ModelCallLineView } from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { botAddress } from '../../routing/place.js';
import { formatRoute } from '../../routing/route.js';
import { Link } from '../../shared/link.js';
import { QueryState } from '../../shared/query-state.js';
import { useModelCallTexts } from './texts.js';

/** What the log says most often of a call that gave nothing; anything else stands as the server wrote it. */
const DETAILS = ['silent', 'too slow', 'cut off', 'not the protocol', 'no event stream', 'no passages'] as const;

/** One call, and on demand what was sent and said. */
export function CallLine({ line }: { line: ModelCallLineView }) {
  const texts = useModelCallTexts();
  const { formats } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const {
    purpose,
    outcome,
    detail,
    staffName,
    ticketNumber,
    conversationId,
    promptTokens,
    completionTokens,
    milliseconds,
    at,
  } = line;
  const known = DETAILS.find((each) => each === detail);
  const tokens = promptTokens + completionTokens;
  return (
    <li className="model-call">
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>
          <span className={`badge model-${outcome === 'ok' ? 'good' : 'bad'}`}>{texts(`outcome.${outcome}`)}</span>
          <b>{texts(`purpose.${purpose}`)}</b>
          <span className="model-quiet">{staffName ?? texts('bot')}</span>
          <span className="model-quiet tabular">
            {tokens > 0 && texts('tokensShort', { count: tokens })}
            {milliseconds > 0 && ` · ${texts('seconds', { count: (milliseconds / 1_000).toFixed(1) })}`}
          </span>
          {detail && <span className="model-quiet model-detail">{known ? texts(`detail.${known}`) : detail}</span>}
          <time dateTime={at} title={formats.full(at)} className="model-quiet tabular">
            {formats.short(at)}
          </time>
        </summary>
        {isOpen && <CallDetail id={line.id} />}
      </details>
      {ticketNumber ? (
        <Link to={formatRoute({ number: ticketNumber, list: 'mine', panel: false })} className="tabular">
          {ticketNumber}
        </Link>
      ) : (
        conversationId && <Link to={botAddress(conversationId)}>{texts('conversation')}</Link>
      )}
    </li>
  );
}

function CallDetail({ id }: { id: string }) {
  const texts = useModelCallTexts();
  const query = useQuery({
    queryKey: ['model-call', id],
    queryFn: ({ signal }) => answer(routes.GET('/api/bot/model-calls/{id}', { params: { path: { id } }, signal })),
  });
  return (
    <QueryState query={query}>
      {({ prompt, answer: said }) => (
        <div className="model-call-detail">
          {prompt.length === 0 ? (
            <p>{texts('sentNothing')}</p>
          ) : (
            <>
              <h4>{texts('sent')}</h4>
              {prompt.map(({ role, content }) => (
                <pre key={role}>{content}</pre>
              ))}
              <h4>{texts('said')}</h4>
              <pre>{said || texts('saidNothing')}</pre>
            </>
          )}
        </div>
      )}
    </QueryState>
  );
}
