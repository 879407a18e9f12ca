import type { LocalizedText } from './enums.js';
import type { Timestamp } from './views.js';

/** Planned by somebody, or begun by itself because so many waited. */
export const SURGE_ORIGINS = ['planned', 'threshold'] as const;
export type SurgeOrigin = (typeof SURGE_ORIGINS)[number];

export const SURGE_STATES = ['planned', 'on', 'ended'] as const;
export type SurgeState = (typeof SURGE_STATES)[number];

/** What is different while a surge is on. P0 goes first all the same, and a person is never further away than one click. */
export interface SurgeSettings {
  /** What people can hold, of their usual capacity: 100 to 300. */
  capacityPercent: number;
  /** Overflow teams take cases at once. */
  overflow: boolean;
  /** Who waits is offered a call back first. */
  callBackFirst: boolean;
  /** Customers who are live at this moment go before others of their priority. */
  liveFirst: boolean;
  /** Answers of the help centre and of the bot stand before the person. */
  botFirst: boolean;
  /** Above the widget and the pages of the help centre. */
  announcement: LocalizedText | null;
}

export const SURGE_LIMITS = {
  capacityPercent: { least: 100, most: 300 },
  reasonLength: 100,
  announcementLength: 200,
  longestDays: 31,
  daysAhead: 366,
} as const;

export const DEFAULT_SURGE_SETTINGS: SurgeSettings = {
  capacityPercent: 120,
  overflow: true,
  callBackFirst: true,
  liveFirst: true,
  botFirst: true,
  announcement: {
    'zh-CN': '现在咨询的人比较多，等待会久一些；紧急问题我们仍会优先处理。',
    en: 'Many people are asking at the moment, so waits are longer. Urgent cases still go first.',
  },
};

export interface SurgeView {
  id: string;
  /** Null: all teams. */
  teamId: string | null;
  origin: SurgeOrigin;
  state: SurgeState;
  reason: string;
  startsAt: Timestamp;
  /** As planned; null: until somebody, or the queue, ends it. */
  endsAt: Timestamp | null;
  endedAt: Timestamp | null;
  settings: SurgeSettings;
  version: number;
  /** Null: it began by itself. */
  createdBy: string | null;
}

/** As much of the surges that are on as customers see. */
export interface CustomerSurgeView {
  announcement: LocalizedText | null;
  callBackFirst: boolean;
  botFirst: boolean;
}
