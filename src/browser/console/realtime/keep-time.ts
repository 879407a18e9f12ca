import { serverTime } from '../shared/server-time.js';
import { onClockJump, tickNow } from '../shared/ticker.js';
import { type AgentSocket, ask } from './agent-socket.js';

/** Clocks of machines drift: asked this often at least. Milliseconds. */
const AGAIN = 300_000;

/** Keeps the page's idea of the server's time right: by each connection, return to the page and jump of the clock. Returns the undo. */
export function keepTime(socket: AgentSocket): () => void {
  const measure = () =>
    void serverTime
      .measure(async () => (await ask(socket, 'time.ask', {})).at)
      .catch(() => serverTime.makeDo())
      .finally(tickNow);
  const seen = () => {
    if (document.visibilityState !== 'visible') return;
    tickNow();
    measure();
  };
  const alone = () => {
    serverTime.makeDo();
    tickNow();
  };
  socket.on('connect', measure);
  socket.on('connect_error', alone);
  document.addEventListener('visibilitychange', seen);
  const stopWatching = onClockJump(measure);
  const timer = window.setInterval(measure, AGAIN);
  return () => {
    socket.off('connect', measure);
    socket.off('connect_error', alone);
    document.removeEventListener('visibilitychange', seen);
    stopWatching();
    window.clearInterval(timer);
  };
}
