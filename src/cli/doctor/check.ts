import type pg from 'pg';
import type { Config, Given } from '../../config.js';

export type State = 'ok' | 'warning' | 'failing';
export interface Text {
  zh: string;
  en: string;
}

export interface Finding {
  state: State;
  says: Text;
  /** What to do, for everything that is not ok. */
  fix?: Text;
}

/** What is looked at. */
export interface Examined {
  given: Given;
  /** The desk as its server would be told; undefined when that is refused. */
  config: Config | undefined;
  /** Why it is refused, by variable. */
  problems: readonly (readonly [variable: string, fix: string])[];
  /** Absolute path. */
  dataFolder: string;
  /** Whether `npm start` keeps this desk, and whether it runs. */
  local: 'no' | 'running' | 'stopped';
  /** Connections that answer soon or not at all; the same few for all that ask. */
  database(): pg.Pool;
}

export interface Check {
  /** Stable, for those who read the JSON. */
  id: string;
  title: Text;
  /** Looks, and changes nothing. @throws when that cannot be done, which is then what it says */
  look(desk: Examined & { config: Config }): Promise<Finding[]>;
  /** Also without a usable configuration. */
  always?: boolean;
}

export const ok = (zh: string, en: string): Finding => ({ state: 'ok', says: { zh, en } });
export const warning = (says: [zh: string, en: string], fix: [zh: string, en: string]): Finding => ({
  state: 'warning',
  says: { zh: says[0], en: says[1] },
  fix: { zh: fix[0], en: fix[1] },
});
export const failing = (says: [zh: string, en: string], fix: [zh: string, en: string]): Finding => ({
  ...warning(says, fix),
  state: 'failing',
});
