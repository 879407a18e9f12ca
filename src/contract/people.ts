import type { Locale, LocalizedText, StaffRole, WorkKind } from './enums.js';

/** `invited`: has not set a password yet. */
export const STAFF_STATES = ['active', 'invited', 'disabled'] as const;
export type StaffState = (typeof STAFF_STATES)[number];

/** `setup`: makes the first administrator of a desk that has nobody yet. */
export const STAFF_LINK_PURPOSES = ['setup', 'invitation', 'password_reset'] as const;
export type StaffLinkPurpose = (typeof STAFF_LINK_PURPOSES)[number];

/** Hours that a link works, unless it is used or replaced before. */
export const STAFF_LINK_HOURS = 72;
export const PASSWORD_LENGTH = { minimum: 12, maximum: 200 } as const;

/** A person of the staff as administrators see them. */
export interface StaffRecordView {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  locale: Locale;
  teamIds: string[];
  state: StaffState;
  /** Whether a code is asked for at sign-in. */
  secondFactor: boolean;
  /** Of any of their sessions. */
  lastSeenAt?: string;
  /** The link that waits to be used. */
  link?: { purpose: StaffLinkPurpose; expiresAt: string };
  createdAt: string;
  version: number;
}

/** Shown once, to be handed over: nobody can read it again. */
export interface StaffLinkView {
  purpose: StaffLinkPurpose;
  /** Absolute address; the secret stands behind `#`, which browsers send to nobody. */
  url: string;
  expiresAt: string;
}

/** What a link is for, as its holder sees it. `email` is missing for `setup`. */
export interface StaffLinkPurposeView {
  purpose: StaffLinkPurpose;
  email?: string;
  name?: string;
  expiresAt: string;
}

export interface StaffSessionView {
  id: string;
  /** The one that asks. */
  current: boolean;
  address: string;
  userAgent: string;
  createdAt: string;
  lastSeenAt: string;
}

/** One's own account. */
export interface AccountView {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  locale: Locale;
  version: number;
  secondFactor: { enabled: boolean; recoveryCodesLeft: number };
}

/** What an authenticator app needs; shown until the first code proves that it has it. */
export interface SecondFactorSetupView {
  /** `otpauth://totp/…`, for a QR code. */
  uri: string;
  /** The same secret in Base32, to be typed. */
  secret: string;
}

export interface TeamRecordView {
  id: string;
  key: string;
  name: LocalizedText;
  leadId?: string;
  dutyManagerId?: string;
  memberIds: string[];
  /** IANA name. */
  timeZone: string;
  archived: boolean;
  version: number;
}

export interface ShiftView {
  id: string;
  staffId: string;
  staffName: string;
  startsAt: string;
  endsAt: string;
  /** The same on the team's clock: `2026-11-20T22:00`. */
  starts: string;
  ends: string;
}

/** Some days of a team's shifts. */
export interface ShiftTableView {
  /** IANA name; `starts` and `ends` are read in it. */
  timeZone: string;
  /** Whether whoever asks may change it. */
  editable: boolean;
  items: ShiftView[];
}

export interface OnDutyView {
  id: string;
  name: string;
  /** `duty_manager`: nobody is on shift. */
  as: 'shift' | 'duty_manager';
}

/** How much work somebody can hold, and of what kind. */
export interface AgentProfileView {
  /** Units of work that they can hold. */
  capacity: number;
  /** Units in use. */
  load: number;
  /** Units at most of one kind of work; a kind that is not named is bounded by the capacity alone. */
  kindLimits: Partial<Record<WorkKind, number>>;
  /** Units in use by kind. */
  kindLoads: Partial<Record<WorkKind, number>>;
  /** Proficiency from 0 to 100 by skill: `language:en`, `category:earnings`, `tier:premium`, `industry:beauty`, `entry:live_room`. */
  skills: Record<string, number>;
  version: number;
}
