/** Calls at once, then at most once per `interval` (milliseconds), the last call never lost. */
export function createThrottle(interval: number, run: () => void): { call(): void; callTwice(): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = false;
  const fire = () => {
    wanted = false;
    run();
    timer = setTimeout(() => {
      timer = undefined;
      if (wanted) fire();
    }, interval);
  };
  const call = () => {
    if (timer === undefined) fire();
    else wanted = true;
  };
  return {
    call,
    /** Once more after the interval, for what follows a moment later. */
    callTwice() {
      call();
      wanted = true;
    },
    cancel() {
      clearTimeout(timer);
      timer = undefined;
      wanted = false;
    },
  };
}
