import { type Command, createCommands, type Handlers } from './commands.js';
import type { InitOptions } from './options.js';
import { createWidget, type WidgetEvent } from './widget.js';

interface PorchlightFunction {
  (...command: Command): void;
  /** Commands that were called before this script arrived: `arguments` objects. */
  q?: Command[];
  loaded?: boolean;
}

declare global {
  interface Window {
    porchlight?: PorchlightFunction;
  }
}

function start(desk: string, queued: Command[]): void {
  const events: Partial<Record<WidgetEvent, ((value?: number) => void)[]>> = {};

  const handlers: Handlers = {
    init(options: InitOptions) {
      const widget = createWidget(options, desk, (event, value) => events[event]?.map((callback) => callback(value)));
      Object.assign(handlers, widget);
    },
    on(event: WidgetEvent, callback: (value?: number) => void) {
      events[event] = [...(events[event] ?? []), callback];
      if (event === 'ready' && handlers.open) callback();
    },
  };

  const execute: PorchlightFunction = createCommands(handlers, (problem) => console.warn('porchlight', problem));
  execute.loaded = true;
  window.porchlight = execute;
  for (const command of queued) execute(...command);
}

const script = document.currentScript as HTMLScriptElement | null;
if (script && !window.porchlight?.loaded) start(new URL(script.src).origin, window.porchlight?.q ?? []);
