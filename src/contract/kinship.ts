import type { TicketLinkKind, TicketStatus } from './enums.js';
import type { Timestamp } from './views.js';

/** Another case, as much of it as this reader may see: who may not open it learns number and status. */
export interface KinView {
  number: string;
  status: TicketStatus;
  subject?: string;
  customerName?: string;
  assigneeName?: string;
}

/** What belongs to a case. */
export interface KinshipView {
  /** What it is a part of. */
  parent?: KinView;
  /** Cases that are a part of it. */
  parts: KinView[];
  /** Tasks among colleagues. */
  tasks: KinView[];
  /** `outward`: it is this case that is the double, the consequence, the split-off. */
  links: { kind: TicketLinkKind; outward: boolean; other: KinView }[];
  /** Cases that were merged into it; each customer rates by the number they know. */
  merged: { number: string; customerName: string; at: Timestamp; rating?: { score: number; solved: boolean } }[];
}

/** Links that people make by hand; the others come of what they did. */
export const LINK_KINDS_BY_HAND = ['duplicate_of', 'caused_by', 'related'] as const satisfies TicketLinkKind[];
export type LinkKindByHand = (typeof LINK_KINDS_BY_HAND)[number];
