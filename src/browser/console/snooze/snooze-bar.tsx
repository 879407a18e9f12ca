import { ClockCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import type { TicketView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { useStaff } from '../session/session.js';
import { fetchedLater } from '../shared/fetched-later.js';
import { useSnoozeTexts } from './texts.js';
import { useWake } from './use-snooze.js';
import './snooze.css';

const SnoozeDialog = fetchedLater(() => import('./snooze-dialog.js'));

/** Until when the case is out of the way, and the way back. */
export function SnoozeBar({ ticket }: { ticket: TicketView }) {
  const { formats } = useLanguage();
  const texts = useSnoozeTexts();
  const staff = useStaff();
  const wake = useWake(ticket.number);
  const [isChanging, setIsChanging] = useState(false);
  const { snoozedUntil, snoozedBy, allowed } = ticket;
  if (!snoozedUntil) return null;
  return (
    <div className="snooze-bar">
      <p>
        <ClockCircleOutlined aria-hidden /> <strong>{texts('stands', { at: formats.short(snoozedUntil) })}</strong>
        {snoozedBy && snoozedBy !== staff.name && ` · ${texts('by', { name: snoozedBy })}`} · {texts('clocks')}
      </p>
      <div className="snooze-buttons">
        {allowed.edit && (
          <Button size="small" loading={wake.isPending} onClick={wake.now}>
            {texts('wake')}
          </Button>
        )}
        {allowed.snooze && (
          <Button size="small" type="text" onClick={() => setIsChanging(true)}>
            {texts('again')}
          </Button>
        )}
      </div>
      <Suspense>{isChanging && <SnoozeDialog ticket={ticket} onClose={() => setIsChanging(false)} />}</Suspense>
    </div>
  );
}
