import { App, Button, Tooltip } from 'antd';
import { Suspense, useEffect, useRef, useState } from 'react';
import { LIMITS, type ServerToAgent } from '../../../contract/index.js';
import { notifyOutside } from '../alerts/desktop-notifications.js';
import { storedSound } from '../alerts/sound-toggle.js';
import { playTone } from '../alerts/tone.js';
import { useRealtime } from '../realtime/realtime.js';
import { navigate } from '../routing/use-route.js';
import { fetchedLater } from '../shared/fetched-later.js';
import { noticeHeading } from './heading.js';
import { useUnreadNotices } from './queries.js';
import { useNoticeTexts } from './texts.js';
import './notice-bell.css';

const NoticesDrawer = fetchedLater(() => import('./notices-drawer.js'));

/** How many notices wait, and the way to them. A new one is heard and seen, wherever one is. */
export function NoticeBell() {
  const texts = useNoticeTexts();
  const { notification } = App.useApp();
  const { socket } = useRealtime();
  const [open, setOpen] = useState(false);
  const bell = useRef<HTMLButtonElement>(null);
  const goesBack = useRef(false);
  const unread = useUnreadNotices().data?.unread ?? 0;
  const label = unread > 0 ? texts('bell', { count: unread }) : texts('bellNone');

  // The drawer holds the focus until it is gone.
  useEffect(() => {
    if (open || !goesBack.current) return;
    goesBack.current = false;
    bell.current?.focus();
  }, [open]);

  useEffect(() => {
    const changed: ServerToAgent['notices.changed'] = ({ added }) => {
      if (!added) return;
      if (storedSound.get() === 'on') playTone();
      const title = noticeHeading(texts, added);
      const show = () => navigate({ number: added.number, list: 'mine' });
      notifyOutside(`${title} · ${added.number}`, added.subject, added.id, show);
      notification.warning({
        key: added.id,
        title,
        description: `${added.number} · ${added.subject}`,
        duration: 10,
        style: { width: 320 },
        role: 'alert',
        actions: (
          <Button
            size="small"
            type="primary"
            onClick={() => {
              notification.destroy(added.id);
              show();
            }}
          >
            {texts('open')}
          </Button>
        ),
      });
    };
    socket.on('notices.changed', changed);
    return () => {
      socket.off('notices.changed', changed);
    };
  }, [socket, notification, texts]);

  return (
    <>
      <Tooltip title={texts('title')}>
        <Button
          ref={bell}
          type="text"
          className="notice-bell"
          aria-label={label}
          aria-haspopup="dialog"
          aria-expanded={open}
          icon={<BellIcon />}
          onClick={() => setOpen(true)}
        >
          {unread > 0 && (
            <span className="notice-count tabular" aria-hidden="true">
              {unread > LIMITS.countedNotices ? `${LIMITS.countedNotices}+` : unread}
            </span>
          )}
        </Button>
      </Tooltip>
      {open && (
        <Suspense>
          <NoticesDrawer
            onLeave={() => setOpen(false)}
            onClose={() => {
              goesBack.current = true;
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function BellIcon() {
  return (
    <svg
      width="17"
      height="17"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15z" strokeLinejoin="round" />
      <path d="M10 21h4M12 5V3" strokeLinecap="round" />
    </svg>
  );
}
