import { createHash } from 'node:crypto';
import { v7 } from 'uuid';

/** Chance that repeats itself: the same seed throws the same numbers, so that two desks are filled alike. */
export class Dice {
  private state: number;
  private made = 0;
  private readonly turns = new Map<string, number>();

  /** @param seed any whole number */
  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to, but not including, 1. Mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** @throws RangeError for an empty list */
  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return items[Math.floor(this.next() * items.length)] as Item;
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, order: this.next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item);
  }

  /** One after the other, from anywhere on: nothing comes twice before all have come. @param list what is gone through, by name */
  deal<Item>(list: string, items: readonly Item[]): Item {
    const turn = (this.turns.get(list) ?? this.between(0, items.length - 1)) + 1;
    this.turns.set(list, turn);
    return items[turn % items.length] as Item;
  }

  digits(length: number): string {
    return Array.from({ length }, () => this.between(0, 9)).join('');
  }

  /** A UUIDv7 of that time; of two of one millisecond the later one sorts behind. */
  id(at: Date): string {
    this.made += 1;
    const random = createHash('sha256').update(`${this.state} ${this.made} ${this.next()}`).digest().subarray(0, 16);
    return v7({ msecs: at.getTime(), seq: this.made, random });
  }
}
