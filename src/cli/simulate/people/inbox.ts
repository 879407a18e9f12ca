/** What a screen has been given of one conversation, by push or by catch-up, each entry once; wakes whoever waits for more. */
export class Inbox<Entry extends { id: string; seq: number }> {
  private readonly bySeq = new Map<number, Entry>();
  private wakers: (() => void)[] = [];

  /** @param isNew hears of each number and id that was not there yet */
  constructor(private readonly isNew: (entry: Entry) => void = () => undefined) {}

  get lastSeq(): number {
    let last = 0;
    while (this.bySeq.has(last + 1)) last += 1;
    return last;
  }

  add(entry: Entry): void {
    if (this.bySeq.get(entry.seq)?.id === entry.id) return;
    this.bySeq.set(entry.seq, entry);
    this.isNew(entry);
    this.wake();
  }

  /** The first after a number that fits. */
  find(afterSeq: number, fits: (entry: Entry) => boolean): Entry | undefined {
    return [...this.bySeq.values()].sort((a, b) => a.seq - b.seq).find((entry) => entry.seq > afterSeq && fits(entry));
  }

  /** The number of the last one that fits; 0 when none does. */
  lastOf(fits: (entry: Entry) => boolean): number {
    return Math.max(0, ...[...this.bySeq.values()].filter(fits).map(({ seq }) => seq));
  }

  wake(): void {
    for (const waker of this.wakers.splice(0)) waker();
  }

  /** Until something comes, or this many milliseconds have passed. */
  async more(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wakers.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
