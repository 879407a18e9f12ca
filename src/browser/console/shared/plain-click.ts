import type { MouseEvent } from 'react';

/** Whether a click asks for nothing but to follow a link here: no new tab or window, and nobody has seen to it already. */
export const isPlainClick = (event: MouseEvent): boolean =>
  !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
