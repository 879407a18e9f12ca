import { useEffect, useRef } from 'react';

type Handlers = Record<string, () => void>;

/** Everything that listens to single keys now; who came last is asked first. */
const stack: { current: Handlers }[] = [];

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && (target as HTMLInputElement).type !== 'checkbox') ||
      target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null)
  );
}

window.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isWriting(event.target) || document.querySelector('.ant-modal-wrap:not([style*="none"])')) return;
  const handler = stack.findLast((handlers) => event.key in handlers.current)?.current[event.key];
  if (!handler) return;
  event.preventDefault();
  handler();
});

/** Single-key shortcuts while this component is on screen. They keep silent in text fields, menus and dialogs. */
export function useShortcuts(handlers: Handlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    stack.push(latest);
    return () => {
      stack.splice(stack.indexOf(latest), 1);
    };
  }, []);
}
