import type { Card, CategoryKey, Locale } from '../../contract/index.js';

/** One step of the customer on the host site, as `trackEvent` gives it. */
export interface Step {
  page: string;
  action: string;
  error?: string;
}

/** From the host page's loader to the frame; commands of the page keep their names. The frame trusts none of the shapes. */
export type HostMessage =
  | { type: 'visibility'; open: boolean; compact: boolean; color?: string; page?: string }
  | { type: 'identify'; token: string }
  | { type: 'logout' }
  | { type: 'open'; category?: CategoryKey; message?: string }
  | { type: 'setLocale'; locale: Locale }
  | ({ type: 'trackEvent' } & Step)
  | { type: 'sendCard'; card: Card };

/** From the frame to the loader. */
export type FrameMessage = { type: 'ready' } | { type: 'close' } | { type: 'unread'; count: number };

/** Marks our messages among all others that a page receives; raised when the shapes above change. */
export const PROTOCOL = 1;
export type Envelope<Message> = Message & { porchlight: typeof PROTOCOL };
