import type { ComponentProps, MouseEvent } from 'react';
import { goTo } from '../routing/use-route.js';
import { isPlainClick } from './plain-click.js';

/** A link within the console: without loading the page anew, unless a new tab or window is asked for. */
export function Link({ to, onClick, ...rest }: ComponentProps<'a'> & { to: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (!isPlainClick(event)) return;
    event.preventDefault();
    goTo(to);
  };
  return <a {...rest} href={to} onClick={follow} />;
}
