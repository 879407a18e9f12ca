import { BellOutlined, LogoutOutlined, QuestionCircleOutlined, UserOutlined } from '@ant-design/icons';
import { App, Button, Popover } from 'antd';
import { useState } from 'react';
import { useDesktopNotifications } from '../alerts/desktop-notifications.js';
import { useLanguage } from '../i18n/i18n.js';
import { LanguageSwitch } from '../i18n/language-switch.js';
import { problemText } from '../i18n/problem-text.js';
import { ACCOUNT_ADDRESS } from '../routing/place.js';
import { goTo } from '../routing/use-route.js';
import { useSession, useStaff } from '../session/session.js';
import { ThemeSwitch } from '../theme/theme-switch.js';
import './account-menu.css';

/** Who one is, and how one likes the desk. */
export function AccountMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useLanguage();
  const staff = useStaff();
  const [open, setOpen] = useState(false);
  const showHelp = () => {
    setOpen(false);
    onHelp();
  };
  const content = <AccountSettings onHelp={showHelp} onLeave={() => setOpen(false)} />;
  return (
    <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} content={content} arrow={false}>
      <button
        type="button"
        className="account-button"
        aria-label={t('settings.account', { name: staff.name })}
        aria-expanded={open}
        aria-haspopup="dialog"
      >
        {[...staff.name].slice(0, /^[\x20-\x7e]/.test(staff.name) ? 1 : 2).join('')}
      </button>
    </Popover>
  );
}

function AccountSettings({ onHelp, onLeave }: { onHelp: () => void; onLeave: () => void }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const staff = useStaff();
  const { signOut } = useSession();
  const { state, request } = useDesktopNotifications();
  const leave = () =>
    void signOut().catch((error) => {
      void message.error(problemText(t, error).title);
    });
  const openAccount = () => {
    onLeave();
    goTo(ACCOUNT_ADDRESS);
  };
  return (
    <div className="account">
      <div className="account-who">
        <strong>{staff.name}</strong>
        <span>{staff.email}</span>
      </div>
      <div className="account-line">
        <span>{t('settings.language')}</span>
        <LanguageSwitch />
      </div>
      <div className="account-line">
        <span>{t('settings.theme')}</span>
        <ThemeSwitch />
      </div>
      <Button type="text" block icon={<UserOutlined aria-hidden />} onClick={openAccount}>
        {t('settings.myAccount')}
      </Button>
      <Button
        type="text"
        block
        icon={<BellOutlined aria-hidden />}
        disabled={state !== 'default'}
        onClick={() => void request()}
      >
        {t(
          state === 'granted'
            ? 'settings.notificationsOn'
            : state === 'default'
              ? 'settings.notificationsAsk'
              : 'settings.notificationsDenied',
        )}
      </Button>
      <Button type="text" block icon={<QuestionCircleOutlined aria-hidden />} onClick={onHelp}>
        {t('settings.shortcuts')}
      </Button>
      <Button type="text" block icon={<LogoutOutlined aria-hidden />} onClick={leave}>
        {t('settings.signOut')}
      </Button>
    </div>
  );
}
