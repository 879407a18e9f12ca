import type { Clock } from '../../platform/clock/index.js';

const FAILURES = 4;
const REST_SECONDS = 30;
const LONGEST_REST_SECONDS = 300;

/**
 * After some failures in a row nobody asks for a while, so that no customer waits for what does not come; then one may try,
 * and it opens for all when that goes well. Each process finds out by itself.
 */
export class CircuitBreaker {
  private failures = 0;
  private closedUntil: number | undefined;
  private trying = false;

  constructor(private readonly clock: Clock) {}

  /** Whether calls are let through; `trying`: one alone, to see. */
  get state(): 'flowing' | 'resting' | 'trying' {
    if (this.closedUntil === undefined) return 'flowing';
    return this.now < this.closedUntil ? 'resting' : 'trying';
  }

  /** Whoever is let in says afterwards how it went. */
  admit(): boolean {
    const { state } = this;
    if (state === 'resting' || (state === 'trying' && this.trying)) return false;
    this.trying = state === 'trying';
    return true;
  }

  wentWell(): void {
    this.failures = 0;
    this.closedUntil = undefined;
    this.trying = false;
  }

  /** It says nothing about the other side: nobody was asked, or who asked went away. */
  saidNothing(): void {
    this.trying = false;
  }

  /** @param restSeconds for how long the other side asks to be left alone */
  failed(restSeconds?: number): void {
    this.failures += 1;
    this.trying = false;
    if (restSeconds === undefined && this.failures < FAILURES) return;
    const seconds = Math.min(LONGEST_REST_SECONDS, Math.max(1, restSeconds ?? REST_SECONDS));
    this.closedUntil = Math.max(this.closedUntil ?? 0, this.now + seconds * 1_000);
  }

  private get now(): number {
    return this.clock.now().getTime();
  }
}
