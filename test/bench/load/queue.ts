/** Customers who wait with their widget open, and when each is told which place. */
import { answerParent } from '../harness/helper-process.js';
import { type Handshake, RawSocket } from './raw-socket.js';

export interface Told {
  conversationId: string;
  place: number;
  /** Milliseconds since the epoch. */
  at: number;
}

const AT_ONCE = 50;
const sockets: RawSocket[] = [];
let told: Told[] = [];

answerParent({
  /** @returns how many are there */
  open: async (handshakes: Handshake[]) => {
    const left = [...handshakes];
    const one = async () => {
      for (let next = left.pop(); next; next = left.pop()) {
        const socket = await RawSocket.open(next);
        socket.onEvent = (text) => {
          if (!text.includes('"queue.changed"')) return;
          const [, push] = JSON.parse(text.slice(text.indexOf('['))) as [string, Omit<Told, 'at'>];
          told.push({ conversationId: push.conversationId, place: push.place, at: Date.now() });
        };
        sockets.push(socket);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    return sockets.length;
  },
  /** @returns all that was told since the last time it was asked */
  told: async (): Promise<Told[]> => {
    const since = told;
    told = [];
    return since;
  },
  cut: async () => {
    for (const socket of sockets.splice(0)) socket.cut();
  },
});
