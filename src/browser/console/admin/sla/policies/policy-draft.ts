import {
  type ClockKind,
  type PolicyCell,
  type PolicyPresetView,
  type PolicyTargets,
  PRIORITIES,
  type Priority,
  SHOP_TIERS,
  type ShopTier,
} from '../../../../../contract/index.js';

/** What a cell of the matrix promises, in the order of the columns. */
export const COLUMNS = [
  'chat.first_response',
  'chat.next_response',
  'asynchronous.first_response',
  'asynchronous.next_response',
  'asynchronous.promise',
  'asynchronous.resolution',
] as const;
export type Column = (typeof COLUMNS)[number];
export type RowKey = `${ShopTier}.${Priority}`;
export type TargetKey = `${RowKey}.${Column}`;

/** Seconds, null for nothing, or a text that cannot be read yet. */
export type Target = number | null | string;
/** Every target by itself, so that two editors are compared target by target. */
export type PolicyDraft = Record<TargetKey, Target>;

export const kindOf = (column: Column): ClockKind => column.slice(column.indexOf('.') + 1) as ClockKind;
export const isChat = (column: Column): boolean => column.startsWith('chat.');

/** Premium first: it is what an editor looks at most. */
export const TIERS: readonly ShopTier[] = SHOP_TIERS.toReversed();

export const ALL_TARGETS: readonly TargetKey[] = TIERS.flatMap((tier) =>
  PRIORITIES.flatMap((priority) => COLUMNS.map((column): TargetKey => `${tier}.${priority}.${column}`)),
);

/** Tier, priority and column of a target. */
export function partsOf(key: TargetKey): { tier: ShopTier; priority: Priority; column: Column } {
  const [tier, priority, ...column] = key.split('.');
  return { tier: tier as ShopTier, priority: priority as Priority, column: column.join('.') as Column };
}

function inCell(cell: PolicyCell | undefined, column: Column): number | null {
  if (!cell) return null;
  const kind = kindOf(column);
  if (!isChat(column)) return cell.asynchronous[kind];
  return kind === 'first_response' || kind === 'next_response' ? cell.chat[kind] : null;
}

export function flatten(targets: PolicyTargets): PolicyDraft {
  return Object.fromEntries(
    ALL_TARGETS.map((key) => {
      const { tier, priority, column } = partsOf(key);
      return [key, inCell(targets[tier]?.[priority], column)];
    }),
  ) as PolicyDraft;
}

/** A row in which nothing stands is left to the default. Undefined while a text cannot be read. */
export function unflatten(draft: PolicyDraft): PolicyTargets | undefined {
  if (ALL_TARGETS.some((key) => typeof draft[key] === 'string')) return undefined;
  const tiers = SHOP_TIERS.map((tier) => {
    const rows = PRIORITIES.filter((priority) => !isEmptyRow(draft, `${tier}.${priority}`));
    return [tier, Object.fromEntries(rows.map((priority) => [priority, cellOf(draft, `${tier}.${priority}`)]))];
  });
  return Object.fromEntries(tiers) as PolicyTargets;
}

function cellOf(draft: PolicyDraft, row: RowKey): PolicyCell {
  const at = (column: Column) => draft[`${row}.${column}`] as number | null;
  return {
    chat: { first_response: at('chat.first_response'), next_response: at('chat.next_response') },
    asynchronous: {
      first_response: at('asynchronous.first_response'),
      next_response: at('asynchronous.next_response'),
      promise: at('asynchronous.promise'),
      resolution: at('asynchronous.resolution'),
    },
  };
}

const isEmptyRow = (draft: PolicyDraft, row: RowKey): boolean =>
  COLUMNS.every((column) => draft[`${row}.${column}`] === null);

/** What answers where nothing stands: the default's seconds, the target of who left a message, or nothing at all. */
export type Silence = { is: 'default'; seconds: number } | { is: 'as_message' } | { is: 'none' };

/** @param presets the one of a tier's own name is its default */
export function silenceOf(draft: PolicyDraft, key: TargetKey, presets: readonly PolicyPresetView[]): Silence {
  const { tier, priority, column } = partsOf(key);
  const kind = kindOf(column);
  const isResponse = kind === 'first_response' || kind === 'next_response';
  if (isEmptyRow(draft, `${tier}.${priority}`) || (isResponse && !isChat(column))) {
    const seconds = inCell(presets.find((preset) => preset.key === tier)?.targets[priority], column);
    if (seconds !== null) return { is: 'default', seconds };
  }
  return isChat(column) ? { is: 'as_message' } : { is: 'none' };
}

/** A preset's targets for one tier. */
export function takePreset(tier: ShopTier, preset: PolicyPresetView | undefined): Partial<PolicyDraft> {
  const keys = ALL_TARGETS.filter((key) => partsOf(key).tier === tier);
  return Object.fromEntries(
    keys.map((key) => [key, inCell(preset?.targets[partsOf(key).priority], partsOf(key).column)]),
  ) as Partial<PolicyDraft>;
}

/** The targets in which two versions differ. */
export function changesBetween(before: PolicyTargets, after: PolicyTargets) {
  const [old, now] = [flatten(before), flatten(after)];
  return ALL_TARGETS.filter((key) => old[key] !== now[key]).map((key) => ({ key, before: old[key], after: now[key] }));
}
