/** Calls at once, then at most once per `interval` (milliseconds), the last call never lost. */
export function createThrottle(interval: number, run: () => void): { call(): void; cancel(): void } {
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
  return {
    call() {
      if (timer === undefined) fire();
      else wanted = true;
    },
    cancel() {
      clearTimeout(timer);
      timer = undefined;
      wanted = false;
    },
  };
}
