import { Histogram } from 'prom-client';
import { lazyGauges, metrics } from '../platform/metrics/index.js';

const events = new Histogram({
  name: 'porchlight_socket_event_seconds',
  help: 'Socket events from their arrival to their ack, by event and outcome: ok, refused (the sender can mend it) or failed',
  labelNames: ['namespace', 'event', 'outcome'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [metrics],
});

type Outcome = 'ok' | 'refused' | 'failed';

/**
 * A stopwatch for the events of one namespace. Names that are none of ours count together: a stranger may send any.
 * @param known events that the namespace has
 */
export function socketStopwatch(namespace: string, known: readonly string[]) {
  const names = new Set(known);
  // Looking a label set up costs more than counting.
  const series = new Map<string, { observe(seconds: number): void }>();
  return (event: string, outcome: Outcome, begun: number): void => {
    const name = names.has(event) ? event : 'unknown';
    const key = `${name} ${outcome}`;
    let one = series.get(key);
    if (!one) {
      one = events.labels({ namespace, event: name, outcome });
      series.set(key, one);
    }
    one.observe((performance.now() - begun) / 1_000);
  };
}

/** @param read sockets connected to this process, by kind */
export function countSockets(read: () => Record<'widget' | 'agent', number>): void {
  lazyGauges({
    help: { porchlight_sockets: 'Sockets connected to this process, by kind' },
    labelNames: ['kind'],
    read: async () =>
      Object.entries(read()).map(([kind, count]) => ({ labels: { kind }, values: { porchlight_sockets: count } })),
  });
}
