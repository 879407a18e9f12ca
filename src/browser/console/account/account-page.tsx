import { Button } from 'antd';
import { goTo } from '../routing/use-route.js';
import { PageFrame } from '../shared/page-frame.js';
import { QueryState } from '../shared/query-state.js';
import { OwnSessions } from './own-sessions.js';
import { PasswordForm } from './password-form.js';
import { ProfileForm } from './profile-form.js';
import { useAccount } from './queries.js';
import { SecondFactor } from './second-factor.js';
import { useAccountTexts } from './texts.js';
import '../shared/page.css';
import './account.css';

/** One's own account: who one is, and how one gets in. */
export default function AccountPage() {
  const texts = useAccountTexts();
  return (
    <main className="page account-page" id="thread" tabIndex={-1}>
      <PageFrame
        title={texts('title')}
        intro={texts('intro')}
        actions={<Button onClick={() => goTo('/console/')}>{texts('toDesk')}</Button>}
      >
        <QueryState query={useAccount()}>
          {(account) => (
            <div className="account-parts">
              <ProfileForm account={account} />
              <PasswordForm email={account.email} />
              <SecondFactor account={account} />
              <OwnSessions />
            </div>
          )}
        </QueryState>
      </PageFrame>
    </main>
  );
}
