import type { ExpectedWait } from '../../../contract/index.js';
import type { Meter } from '../wire/meter.js';

/** What a customer was first told about their wait, and when; beside it stands what came. */
export class ToldWait {
  private told: { wait: ExpectedWait; at: number } | undefined;

  /** Only the first counts: what is told later knows more. */
  hear(wait: ExpectedWait | undefined): void {
    if (wait) this.told ??= { wait, at: performance.now() };
  }

  /** Somebody has come. */
  end(meter: Meter): void {
    if (!this.told) return;
    const { wait, at } = this.told;
    const waited = performance.now() - at;
    meter.took('told wait', waited);
    const isAtOnce = wait.fromSeconds === 0 && waited < wait.toSeconds * 1_000;
    if (isAtOnce) meter.count(AT_ONCE);
    else if (waited < wait.fromSeconds * 1_000) meter.count(EARLIER);
    else meter.count(waited > wait.toSeconds * 1_000 ? LATER : WITHIN);
  }
}

const AT_ONCE = 'told at once, and so it was';
const WITHIN = 'waited as told';
const EARLIER = 'waited less than told';
const LATER = 'waited longer than told';

/** Shares of the waits that were told as a range; undefined when there was none. */
export function calibration({ counts }: Meter): string | undefined {
  const [within = 0, earlier = 0, later = 0] = [WITHIN, EARLIER, LATER].map((what) => counts[what]);
  const all = within + earlier + later;
  const share = (count: number) => `${Math.round((100 * count) / all)} %`;
  const atOnce = counts[AT_ONCE] ?? 0;
  return all === 0
    ? undefined
    : `区间内 within ${share(within)}, 更早 earlier ${share(earlier)}, 更晚 later ${share(later)} (n ${all}); 立即 at once ${atOnce}`;
}
