import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';

/** What the simulation sees, in figures whose memory does not grow. */
export class Meter {
  readonly counts: Record<string, number> = {};
  /** Refusals by their stable code, and what the line did by itself: `timeout`, `disconnected`. */
  readonly errors: Record<string, number> = {};
  private readonly histograms = new Map<string, RecordableHistogram>();

  count(what: string, by = 1): void {
    this.counts[what] = (this.counts[what] ?? 0) + by;
  }

  error(code: string): void {
    this.errors[code] = (this.errors[code] ?? 0) + 1;
  }

  /** @param milliseconds a wait, or how long an acknowledgement took */
  took(what: string, milliseconds: number): void {
    let histogram = this.histograms.get(what);
    if (!histogram) {
      histogram = createHistogram({ lowest: 1, highest: 3_600_000_000, figures: 3 });
      this.histograms.set(what, histogram);
    }
    // In microseconds: acknowledgements come in fractions of a millisecond.
    histogram.record(Math.max(1, Math.round(milliseconds * 1_000)));
  }

  /** Milliseconds; undefined when nothing was measured. */
  percentile(what: string, percent: number): number | undefined {
    const histogram = this.histograms.get(what);
    return histogram && histogram.percentile(percent) / 1_000;
  }
}
