import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../i18n/i18n.js';
import { useRealtime } from './realtime.js';
import './connection-banner.css';

/** A blink of the network is nobody's business; longer than this is. Milliseconds. */
const PATIENCE = 1_500;
const GOOD_NEWS = 3_000;

/** Says that the connection is down and what that means, and shortly that it is back. */
export function ConnectionBanner() {
  const { t } = useLanguage();
  const { connection, socket } = useRealtime();
  const [shown, setShown] = useState<'lost' | 'back' | undefined>();
  const wasLost = useRef(false);
  useEffect(() => {
    if (connection === 'online') {
      if (!wasLost.current) return setShown(undefined);
      wasLost.current = false;
      setShown('back');
      const timer = window.setTimeout(() => setShown(undefined), GOOD_NEWS);
      return () => window.clearTimeout(timer);
    }
    const timer = window.setTimeout(() => {
      wasLost.current = true;
      setShown('lost');
    }, PATIENCE);
    return () => window.clearTimeout(timer);
  }, [connection]);
  return (
    <div role="status" aria-live="polite" className="connection">
      {shown === 'lost' && (
        <div className="connection-lost">
          <strong>{t('connection.lost')}</strong> {t('connection.lostDetail')}
          <button type="button" className="quiet-button" onClick={() => socket.disconnect().connect()}>
            {t('connection.retryNow')}
          </button>
        </div>
      )}
      {shown === 'back' && <div className="connection-back">{t('connection.back')}</div>}
    </div>
  );
}
