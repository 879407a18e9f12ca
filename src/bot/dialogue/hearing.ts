import { setImmediate as breathe } from 'node:timers/promises';
import { ContextCache } from '../../people/index.js';
import { type Understanding, understand } from '../understanding/understand.js';

/** Whoever writes on and on while an answer is being written is read anew with every message, from the beginning. */
const REMEMBERED = 2_000;

interface Message {
  id: string;
  body: string;
}

/** What a run of messages says; each of them is read once. */
export class Hearing {
  private readonly known = new ContextCache<Understanding>(REMEMBERED);

  /** All of a run together; and whoever asks for a person, or is upset, in any of its messages is heard. */
  async hear(
    text: string,
    messages: readonly Message[],
    options: Parameters<typeof understand>[1],
  ): Promise<Understanding> {
    const whole = understand(text, options);
    const words = JSON.stringify(options.words);
    const each: Understanding[] = [];
    for (const message of messages) each.push(await this.one(message, words, options));
    const upset = each.find(({ mood }) => mood !== 'calm');
    return {
      ...whole,
      wantsPerson: whole.wantsPerson || each.some(({ wantsPerson }) => wantsPerson),
      ...(upset && whole.mood === 'calm' && { mood: upset.mood }),
    };
  }

  /** Two hundred long ones take a second: everybody else has a turn in between. */
  private async one(
    { id, body }: Message,
    words: string,
    options: Parameters<typeof understand>[1],
  ): Promise<Understanding> {
    const key = `${id} ${words}`;
    const known = this.known.get(key);
    if (known) return known;
    await breathe();
    const understanding = understand(body, options);
    this.known.set(key, understanding);
    return understanding;
  }
}
