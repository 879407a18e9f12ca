import { Button } from 'antd';
import { Suspense } from 'react';
import { useLanguage } from './i18n/i18n.js';
import { RealtimeProvider } from './realtime/realtime.js';
import { usePlace } from './routing/use-route.js';
import { LoginPage } from './session/login-page.js';
import { useSession } from './session/session.js';
import { fetchedLater } from './shared/fetched-later.js';
import { Loading } from './shared/loading.js';
import { Shell } from './shell/shell.js';

const WelcomePage = fetchedLater(() => import('./welcome/welcome-page.js'));

/** Login or desk, as the session has it; or the door for who holds a one-time link. */
export function App() {
  const { t } = useLanguage();
  const place = usePlace();
  const { session, signedIn, ended } = useSession();
  if (place.area === 'welcome')
    return (
      <Suspense>
        <WelcomePage />
      </Suspense>
    );
  switch (session.state) {
    case 'loading':
      return (
        <div className="placeholder" style={{ height: '100%' }}>
          <Loading />
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
