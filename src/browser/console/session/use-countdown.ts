import { useEffect, useState } from 'react';

/** Seconds left of a wait, counting down to 0; begins anew for each `cause`. */
export function useCountdown(seconds: number | undefined, cause: unknown): number {
  const [left, setLeft] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same wait, imposed once more, must begin anew.
  useEffect(() => {
    if (!seconds) {
      setLeft(0);
      return;
    }
    const until = Date.now() + seconds * 1_000;
    const count = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1_000)));
    count();
    const timer = window.setInterval(count, 500);
    return () => window.clearInterval(timer);
  }, [seconds, cause]);
  return left;
}
