/**
 * A log-out that the frame has not heard yet, kept in the page's own storage: it must take effect even when the panel is
 * opened on a later page only, else the next person at this browser would read the last one's conversations.
 * Where storage is blocked the frame's is as well, and there is no session to leave behind.
 */
export function logoutNote(action: 'setItem' | 'getItem' | 'removeItem'): unknown {
  try {
    return localStorage[action]('porchlight:logout', '1');
  } catch {
    return null;
  }
}
