import { setTimeout as rest } from 'node:timers/promises';

interface Saying<Word> {
  /** Until its writing begins. */
  word: Word | undefined;
  written: Promise<void>;
  rested: Promise<void>;
}

/**
 * Whoever says something again and again is heard at once, and from then on once in each rest at most. Of what was said in between
 * the last word counts; parts that it leaves out stand as they were said before. Never two writes of one key at a time.
 */
export class LastWord<Key, Word extends object> {
  private readonly sayings = new Map<Key, Saying<Word>>();
  private readonly hurry = new AbortController();

  constructor(
    private readonly restMilliseconds: number,
    private readonly write: (key: Key, word: Word) => Promise<void>,
  ) {}

  /** Resolves when this word, or a later one in its place, has been written. */
  say(key: Key, word: Word): Promise<void> {
    const last = this.sayings.get(key);
    if (!last?.word) return this.begin(key, word, last?.rested ?? Promise.resolve());
    last.word = { ...last.word, ...word };
    return last.written;
  }

  /** Resolves when whatever was said of this key by now has been written, or could not be. */
  async written(key: Key): Promise<void> {
    await this.sayings.get(key)?.written.catch(() => undefined);
  }

  /** Writes what has been said and not yet written, and rests no more. */
  async flush(): Promise<void> {
    this.hurry.abort();
    await Promise.allSettled([...this.sayings.values()].map(({ written }) => written));
  }

  private begin(key: Key, word: Word, after: Promise<void>): Promise<void> {
    const saying: Saying<Word> = { word, written: after, rested: after };
    saying.written = after.then(() => {
      const last = saying.word ?? word;
      saying.word = undefined;
      return this.write(key, last);
    });
    saying.rested = saying.written
      .catch(() => undefined)
      .then(() => rest(this.restMilliseconds, undefined, { ref: false, signal: this.hurry.signal }))
      .catch(() => undefined)
      .then(() => {
        if (this.sayings.get(key) === saying) this.sayings.delete(key);
      });
    this.sayings.set(key, saying);
    return saying.written;
  }
}
