import { useState } from 'react';

type Permission = NotificationPermission | 'unsupported';

const permission = (): Permission => ('Notification' in window ? Notification.permission : 'unsupported');

/** The browser's leave to notify; asked for only upon a click of the person's own. */
export function useDesktopNotifications(): { state: Permission; request: () => Promise<void> } {
  const [state, setState] = useState(permission);
  return {
    state,
    request: async () => {
      if (state === 'default') setState(await Notification.requestPermission());
    },
  };
}

/** Notifies outside of the page, when that is allowed and the page is not being looked at. */
export function notifyOutside(title: string, body: string, tag: string, onClick: () => void): void {
  if (permission() !== 'granted' || (!document.hidden && document.hasFocus())) return;
  try {
    const notification = new Notification(title, { body, tag, icon: '/console/porchlight.svg' });
    notification.onclick = () => {
      window.focus();
      notification.close();
      onClick();
    };
  } catch {
    // Some mobile browsers have the name but not the thing; toast, tone and title remain.
  }
}
