import { App, Button } from 'antd';
import { useEffect } from 'react';
import type { ServerToAgent } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { TierBadge } from '../lists/tier-badge.js';
import { useRealtime } from '../realtime/realtime.js';
import { currentPlace, currentRoute, navigate, useRoute } from '../routing/use-route.js';
import { notifyOutside } from './desktop-notifications.js';
import { freshTickets, useFreshCount } from './fresh-tickets.js';
import { storedSound } from './sound-toggle.js';
import { playTone } from './tone.js';

/** A ticket has just been given to this person: heard, seen, marked in the list, and opened when nothing else is. */
export function AssignmentAlerts() {
  const { t } = useLanguage();
  const { notification, message } = App.useApp();
  const { socket } = useRealtime();
  const { number } = useRoute();
  const fresh = useFreshCount();

  useEffect(() => {
    if (number) freshTickets.seen(number);
  }, [number]);

  useEffect(() => {
    document.title = fresh > 0 ? `(${fresh}) ${t('app.name')}` : t('app.name');
  }, [fresh, t]);

  useEffect(() => {
    const assigned: ServerToAgent['ticket.assigned'] = ({ ticket }) => {
      const isOpen = currentRoute().number;
      // Nobody is taken away from a board, a table or a form.
      const opensItself = isOpen === undefined && currentPlace().area === 'desk';
      // One's own taking of the ticket before one's eyes is no news.
      if (isOpen === ticket.number && document.hasFocus()) return;
      if (storedSound.get() === 'on') playTone();
      const who = [ticket.customerName || t('customer.visitor'), ticket.shopName].filter(Boolean).join(' · ');
      const open = () => navigate({ number: ticket.number, list: 'mine' });
      notifyOutside(`${t('alert.assigned')} · ${who}`, ticket.subject, ticket.number, open);
      if (isOpen === ticket.number) return;
      freshTickets.add(ticket.number);
      if (opensItself && document.visibilityState === 'visible') open();
      notification.open({
        key: ticket.number,
        title: t('alert.assigned'),
        description: (
          <>
            <div>
              {who} <TierBadge tier={ticket.tier} />
            </div>
            <div>{ticket.subject}</div>
          </>
        ),
        // Opened by itself it is seen anyway.
        duration: opensItself ? 4 : 10,
        style: { width: 300 },
        role: 'status',
        actions: opensItself ? undefined : (
          <Button
            size="small"
            type="primary"
            onClick={() => {
              notification.destroy(ticket.number);
              open();
            }}
          >
            {t('alert.open')}
          </Button>
        ),
      });
    };
    const withdrawn: ServerToAgent['ticket.withdrawn'] = (push) => {
      freshTickets.seen(push.number);
      if (currentRoute().number !== push.number) return;
      navigate({ number: undefined }, 'replace');
      void message.info(t('thread.withdrawn', { number: push.number }));
    };
    socket.on('ticket.assigned', assigned);
    socket.on('ticket.withdrawn', withdrawn);
    return () => {
      socket.off('ticket.assigned', assigned);
      socket.off('ticket.withdrawn', withdrawn);
    };
  }, [socket, notification, message, t]);

  return null;
}
