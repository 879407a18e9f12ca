import { Button, Spin } from 'antd';
import { useLanguage } from './i18n/i18n.js';
import { RealtimeProvider } from './realtime/realtime.js';
import { LoginPage } from './session/login-page.js';
import { useSession } from './session/session.js';
import { Shell } from './shell/shell.js';

/** Login or desk, as the session has it. */
export function App() {
  const { t } = useLanguage();
  const { session, signedIn, ended } = useSession();
  switch (session.state) {
    case 'loading':
      return (
        <div className="placeholder" style={{ height: '100%' }}>
          <Spin aria-label={t('common.loading')} />
        </div>
      );
    case 'unreachable':
      return (
        <main className="placeholder" style={{ height: '100%' }}>
          <strong>{t('login.unreachable')}</strong>
          <p>{t('error.networkDetail')}</p>
          <Button type="primary" onClick={session.retry}>
            {t('common.retry')}
          </Button>
        </main>
      );
    case 'out':
      return <LoginPage reason={session.reason} onSignedIn={signedIn} />;
    case 'in':
      // Another person is another desk: nothing of the one before is carried over.
      return (
        <RealtimeProvider key={session.staff.id} staffId={session.staff.id} onEnded={ended}>
          <Shell />
        </RealtimeProvider>
      );
  }
}
