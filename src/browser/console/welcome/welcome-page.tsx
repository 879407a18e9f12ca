import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { answer, routes } from '../api/client.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { goTo } from '../routing/use-route.js';
import { Door } from '../session/door.js';
import { LoginPage } from '../session/login-page.js';
import { useSession } from '../session/session.js';
import { useWelcomeTexts } from './texts.js';
import { WelcomeForm } from './welcome-form.js';

/** Whoever holds a one-time link sets a password here. The secret stands behind `#`, which is sent to no server by itself. */
export default function WelcomePage() {
  const { t, formats } = useLanguage();
  const texts = useWelcomeTexts();
  const { signedIn } = useSession();
  const [token] = useState(() => location.hash.slice(1, 200) || '-');
  const [acceptedFor, setAcceptedFor] = useState<string>();
  const link = useQuery({
    queryKey: ['staff-link', token],
    queryFn: () => answer(routes.POST('/api/staff-links/lookups', { body: { token } })),
    gcTime: 0,
    enabled: acceptedFor === undefined,
  });

  if (acceptedFor !== undefined)
    return (
      <LoginPage
        email={acceptedFor}
        notice={texts('saved')}
        onSignedIn={(staff) => {
          goTo('/console/', 'replace');
          signedIn(staff);
        }}
      />
    );
  if (link.isError) {
    const { title, detail } = problemText(t, link.error);
    return (
      <Door title={title} subtitle={detail}>
        <Button block size="large" onClick={() => goTo('/console/', 'replace')}>
          {texts('toLogin')}
        </Button>
      </Door>
    );
  }
  if (!link.data)
    return (
      <Door title={texts('looking')}>
        <Skeleton active paragraph={{ rows: 4 }} title={false} />
      </Door>
    );
  const { purpose, expiresAt } = link.data;
  return (
    <Door title={texts(purpose)} subtitle={texts(`${purpose}Detail`)}>
      <WelcomeForm
        link={link.data}
        onAccepted={setAcceptedFor}
        onSubmit={(acceptance) =>
          answer(routes.POST('/api/staff-links/acceptances', { body: { token, ...acceptance } }))
        }
      />
      <p className="login-foot">{texts('expires', { at: formats.full(expiresAt) })}</p>
    </Door>
  );
}
