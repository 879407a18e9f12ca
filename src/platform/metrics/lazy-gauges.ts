import { Gauge } from 'prom-client';
import { metrics } from './metrics.js';

/**
 * Gauges that ask when somebody scrapes, all of a group by one question. While the question fails they show nothing.
 * @param group.help by full name of the gauge
 * @param group.read a row for each set of labels
 */
export function lazyGauges<Name extends string>(group: {
  help: Record<Name, string>;
  labelNames?: string[];
  read: () => Promise<{ labels?: Record<string, string>; values: Record<Name, number> }[]>;
}): void {
  let reading: ReturnType<typeof group.read> | undefined;
  const rows = () => {
    reading ??= group
      .read()
      .catch(() => [])
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  for (const [name, help] of Object.entries<string>(group.help)) {
    // A second desk in the same process (a test) takes over.
    metrics.removeSingleMetric(name);
    new Gauge({
      name,
      help,
      labelNames: group.labelNames ?? [],
      registers: [metrics],
      async collect() {
        const read = await rows();
        this.reset();
        for (const { labels = {}, values } of read) this.set(labels, values[name as Name]);
      },
    });
  }
}
