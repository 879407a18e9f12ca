import { answerParent } from '../harness/helper-process.js';
import { type Handshake, RawSocket } from './raw-socket.js';

export interface Opened {
  open: number;
  refused: number;
  seconds: number;
  /** Milliseconds from the first knock of a socket to its first answer. */
  latencies: number[];
}

const sockets: RawSocket[] = [];

/**
 * Opens a socket for each handshake and asks each for its session, as a widget does when it comes back.
 * @param atOnce how many knock at the same time
 */
async function open({ handshakes, atOnce }: { handshakes: Handshake[]; atOnce: number }): Promise<Opened> {
  const report: Opened = { open: 0, refused: 0, seconds: 0, latencies: [] };
  const began = performance.now();
  let next = 0;
  const knock = async () => {
    for (let handshake = handshakes[next++]; handshake; handshake = handshakes[next++]) {
      const knocked = performance.now();
      try {
        const socket = await RawSocket.open(handshake);
        sockets.push(socket);
        await new Promise<void>((resolve, reject) => {
          socket.onAck = (_id, text) => (text.includes('"ok":true') ? resolve() : reject(new Error(text)));
          socket.onClose = () => reject(new Error('closed'));
          socket.emit('session.resume', {}, 1);
        });
        report.open += 1;
        report.latencies.push(performance.now() - knocked);
      } catch {
        report.refused += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, knock));
  report.seconds = (performance.now() - began) / 1_000;
  return report;
}

answerParent({
  open,
  cut: async () => {
    for (const socket of sockets.splice(0)) socket.cut();
  },
});
