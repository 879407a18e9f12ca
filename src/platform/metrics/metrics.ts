import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** The one registry; rooms add their own gauges and counters to it. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics, prefix: 'porchlight_' });

const requests = new Histogram({
  name: 'porchlight_http_request_seconds',
  help: 'HTTP requests by route and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [metrics],
});

// Looking a label set up costs more than counting.
const series = new Map<string, { observe(seconds: number): void }>();

/** @param route as it was declared, never an address: each one counts by itself for good */
export function countRequest(method: string, route: string, status: number, seconds: number): void {
  const key = `${method} ${status} ${route}`;
  let one = series.get(key);
  if (!one) {
    one = requests.labels({ method, route, status });
    series.set(key, one);
  }
  one.observe(seconds);
}
