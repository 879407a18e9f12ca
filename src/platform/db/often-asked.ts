/** So many times must a text have been asked before it is worth a plan of its own in every connection. */
const OFTEN = 20;
/** Texts that are put together anew for each question are asked once or twice; they must not pile up. */
const REMEMBERED = 1_000;
const NAMED = 400;

/**
 * Gives names to statements that are asked again and again, so that each connection parses and plans them once: for a small
 * statement that is most of the work.
 */
export class OftenAsked {
  private readonly times = new Map<string, number>();
  private readonly names = new Map<string, string>();

  /** @returns undefined for what has not been asked often */
  nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= NAMED) return known;
    const times = (this.times.get(text) ?? 0) + 1;
    if (times < OFTEN) {
      if (this.times.size >= REMEMBERED) this.times.clear();
      this.times.set(text, times);
      return undefined;
    }
    this.times.delete(text);
    const name = `often_${this.names.size + 1}`;
    this.names.set(text, name);
    return name;
  }
}
