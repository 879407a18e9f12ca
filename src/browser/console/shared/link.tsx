import type { ComponentProps, MouseEvent } from 'react';
import { goTo } from '../routing/use-route.js';

/** A link within the console: without loading the page anew, unless a new tab or window is asked for. */
export function Link({ to, onClick, ...rest }: ComponentProps<'a'> & { to: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    goTo(to);
  };
  return <a {...rest} href={to} onClick={follow} />;
}
