import { App, Button, Tooltip } from 'antd';
import { Suspense, useEffect, useRef, useState } from 'react';
import { LIMITS, type NoticeView, type PresenceNoticeView, type ServerToAgent } from '../../../contract/index.js';
import { notifyOutside } from '../alerts/desktop-notifications.js';
import { storedSound } from '../alerts/sound-toggle.js';
import { playTone } from '../alerts/tone.js';
import { useRealtime } from '../realtime/realtime.js';
import { adminAddress } from '../routing/place.js';
import { goTo, navigate } from '../routing/use-route.js';
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
    const tellOfPresence = ({ id, about }: PresenceNoticeView, title: string) => {
      // Of one's own presence its menu tells.
      if (about) notification.warning({ key: id, title, duration: 10, style: { width: 320 }, role: 'alert' });
    };
    const changed: ServerToAgent['notices.changed'] = ({ added }) => {
      if (!added) return;
      if (storedSound.get() === 'on') playTone();
      const title = noticeHeading(texts, added);
      if (added.kind === 'presence') return tellOfPresence(added, title);
      const { what, where, show } = placeOf(added);
      notifyOutside(where ? `${title} · ${where}` : title, what, added.id, show);
      notification.warning({
        key: added.id,
        title,
        description: where ? `${where} · ${what}` : what,
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
            {texts(added.kind === 'article' ? 'openArticle' : 'open')}
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

/** What a notice is about, and the way there. */
function placeOf(notice: Exclude<NoticeView, PresenceNoticeView>) {
  if (notice.kind === 'article')
    return { what: notice.title, where: '', show: () => goTo(adminAddress('articles', notice.articleId)) };
  const { number, subject } = notice;
  return { what: subject, where: number, show: () => navigate({ number, list: 'mine' }) };
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
