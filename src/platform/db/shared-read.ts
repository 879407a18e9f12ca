/**
 * Many who ask the same at the same time are told by one read. Whoever asks while one is under way waits for the next, which
 * begins after they have asked: so nobody is ever told what was no longer true when they asked, and nothing is kept.
 */
export class SharedRead<Key, Value> {
  private readonly underWay = new Map<Key, { now: Promise<Value>; next?: Promise<Value> }>();

  constructor(private readonly read: (key: Key) => Promise<Value>) {}

  get(key: Key): Promise<Value> {
    const reading = this.underWay.get(key);
    if (!reading) return this.begin(key);
    // However the one under way ends, the next one begins.
    reading.next ??= reading.now.then(
      () => this.begin(key),
      () => this.begin(key),
    );
    return reading.next;
  }

  private begin(key: Key): Promise<Value> {
    const now = this.read(key);
    const reading = { now };
    this.underWay.set(key, reading);
    const end = () => {
      if (this.underWay.get(key) === reading && !('next' in reading)) this.underWay.delete(key);
    };
    now.then(end, end);
    return now;
  }
}
