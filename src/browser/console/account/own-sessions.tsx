import { App, Button } from 'antd';
import { useId } from 'react';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { QueryState } from '../shared/query-state.js';
import { deviceName } from './device.js';
import { useEndOtherSessions, useEndSession, useOwnSessions } from './queries.js';
import { useAccountTexts } from './texts.js';

/** Where one is signed in, and ending it. */
export function OwnSessions() {
  const { t, formats } = useLanguage();
  const texts = useAccountTexts();
  const { message } = App.useApp();
  const id = useId();
  const query = useOwnSessions();
  const ending = useEndSession();
  const endingOthers = useEndOtherSessions();
  const told = {
    onSuccess: () => void message.success(texts('ended')),
    onError: (error: unknown) => void message.error(problemText(t, error).title),
  };
  return (
    <section className="sheet account-part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{texts('sessions')}</h3>
      <p>{texts('sessionsDetail')}</p>
      <QueryState query={query}>
        {({ items }) => (
          <>
            <ul className="account-sessions">
              {items.map(({ id: sessionId, current, address, userAgent, createdAt, lastSeenAt }) => (
                <li key={sessionId}>
                  <b title={userAgent}>{deviceName(userAgent) || texts('unknownDevice')}</b>
                  {current && <span className="badge badge-ok">{texts('thisOne')}</span>}
                  <span className="quiet tabular">
                    {[
                      texts('address', { address }),
                      texts('lastSeen', { at: formats.short(lastSeenAt) }),
                      texts('since', { at: formats.short(createdAt) }),
                    ].join(' · ')}
                  </span>
                  {!current && (
                    <Button
                      size="small"
                      loading={ending.isPending && ending.variables === sessionId}
                      onClick={() => ending.mutate(sessionId, told)}
                    >
                      {texts('end')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {items.length > 1 ? (
              <Button loading={endingOthers.isPending} onClick={() => endingOthers.mutate(undefined, told)}>
                {texts('endOthers')}
              </Button>
            ) : (
              <p>{texts('onlyThis')}</p>
            )}
          </>
        )}
      </QueryState>
    </section>
  );
}
