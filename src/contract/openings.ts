import type { TicketStatus } from './enums.js';
import type { PublicTicketView } from './views.js';

/** How somebody on the phone showed that they are who they say. */
export const CALLER_CHECKS = ['registered_phone', 'account_facts', 'called_back', 'not_checked'] as const;
export type CallerCheck = (typeof CALLER_CHECKS)[number];

/** What a host site's server is told of the case that it has opened. */
export interface OpenedCaseView {
  number: string;
  status: TicketStatus;
  /** Opens the public page of the case without asking further: for its customer alone. */
  statusUrl: string;
}

/** A case as its customer sees it, for the servers of their site. */
export interface SiteCaseView extends PublicTicketView {
  statusUrl: string;
}

/** To be read out to the caller. */
export interface PhoneCaseView extends OpenedCaseView {
  lookupCode: string;
}

/** Somebody a case may be opened for; contact points masked. */
export interface FoundCustomerView {
  customerId: string;
  /** Empty: an anonymous visitor. */
  name: string;
  /** The host site has said who they are. */
  identified: boolean;
  externalId?: string;
  shopName?: string;
  siteName: string;
  contactPoints: string[];
  /** Cases that are not done. */
  openCases: number;
}

export interface CustomerSearchView {
  items: FoundCustomerView[];
  /** Where somebody new can be entered. */
  sites: { id: string; name: string }[];
}
