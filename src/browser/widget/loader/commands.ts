export type Command = [name: string, ...args: unknown[]];
export type Handlers = Record<string, (...args: never[]) => void>;

/**
 * Plays `porchlight(name, …args)` calls. What comes before `init` waits and is played right after it, in order,
 * so that a page may queue commands before the loader has arrived. `on` needs no `init`; a second `init` does nothing
 * before `destroy`. An unknown name, or a handler that throws, must never break the host page: `warn` is told.
 */
export function createCommands(handlers: Handlers, warn: (problem: unknown) => void) {
  let waiting: Command[] | undefined = [];

  return function execute(...command: Command): void {
    const [name, ...args] = command;
    const isInit = name === 'init';
    if (waiting ? !isInit && name !== 'on' : isInit) {
      waiting?.push(command);
      return;
    }
    try {
      (handlers[name] as (...args: unknown[]) => void)(...args);
      if (name === 'destroy') waiting = [];
      if (isInit) {
        const earlier = waiting;
        waiting = undefined;
        for (const each of earlier ?? []) execute(...each);
      }
    } catch (error) {
      warn(error);
    }
  };
}
