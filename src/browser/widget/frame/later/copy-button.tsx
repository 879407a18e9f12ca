import { useState } from 'preact/hooks';
import { useLaterTexts } from './texts.js';

const SAID_MS = 1_800;

/** Copies a short text; where the browser forbids that, it selects nothing and says nothing. */
export function CopyButton({ value, name }: { value: string; name: string }) {
  const text = useLaterTexts();
  const [isDone, setDone] = useState(false);

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(value);
    setDone(true);
    setTimeout(() => setDone(false), SAID_MS);
  }

  return (
    <button
      type="button"
      class="pill outline"
      aria-label={isDone ? text.copied : `${text.copy} ${name}`}
      onClick={() => void copy().catch(() => undefined)}
    >
      {isDone ? text.copied : text.copy}
    </button>
  );
}
