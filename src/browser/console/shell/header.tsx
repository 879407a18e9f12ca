import { SoundToggle } from '../alerts/sound-toggle.js';
import { useLanguage } from '../i18n/i18n.js';
import { NoticeBell } from '../notices/notice-bell.js';
import { PhoneCaseButton } from '../phone-case/phone-case-button.js';
import { PresenceMenu } from '../presence/presence-menu.js';
import { LampMark } from '../shared/lamp-mark.js';
import { AccountMenu } from './account-menu.js';
import { AreasNav } from './areas-nav.js';
import { OpenByNumber } from './open-by-number.js';

/** What is always at hand: who one is, whether one takes work, and the way to any ticket. */
export function Header({ onHelp }: { onHelp: () => void }) {
  const { t } = useLanguage();
  return (
    <header className="header">
      <div className="header-brand">
        <LampMark size={26} />
        <h1>{t('app.name')}</h1>
      </div>
      <AreasNav />
      <OpenByNumber />
      <div className="header-end">
        <PhoneCaseButton />
        <PresenceMenu />
        <NoticeBell />
        <SoundToggle />
        <AccountMenu onHelp={onHelp} />
      </div>
    </header>
  );
}
