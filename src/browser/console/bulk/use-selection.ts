import { App } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { BULK_LIMITS, type TicketListItemView } from '../../../contract/index.js';
import { useStaff } from '../session/session.js';
import { useBulkTexts } from './texts.js';

const NOBODY: ReadonlySet<string> = new Set();

export type Selection = ReturnType<typeof useSelection>;

/**
 * Which rows are ticked. Another question is another table, and begins without any.
 * @param question by which the rows were found, without their order
 * @param comeAndGo whether rows do so by themselves: what is no longer among them is not chosen either
 */
export function useSelection(question: string, rows: readonly TicketListItemView[], comeAndGo = false) {
  const texts = useBulkTexts();
  const { message } = App.useApp();
  const { id: me, role } = useStaff();
  const [chosen, setChosen] = useState(NOBODY);
  const [isAll, setIsAll] = useState(false);
  const last = useRef<string>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of another question nothing is ticked yet.
  useEffect(() => {
    setChosen(NOBODY);
    setIsAll(false);
    last.current = undefined;
  }, [question]);

  const mayTick = useMemo(() => (row: TicketListItemView) => role !== 'agent' || row.assigneeId === me, [role, me]);
  const tickable = useMemo(() => rows.filter(mayTick).map(({ number }) => number), [rows, mayTick]);
  const put = (numbers: readonly string[]) => {
    if (numbers.length > BULK_LIMITS.selected) void message.info(texts('most', { count: BULK_LIMITS.selected }));
    setIsAll(false);
    setChosen(new Set(numbers.slice(0, BULK_LIMITS.selected)));
  };
  const isTicked = (number: string) => isAll || chosen.has(number);
  const ticked = isAll ? tickable : comeAndGo ? tickable.filter((number) => chosen.has(number)) : [...chosen];

  return {
    count: ticked.length,
    numbers: ticked,
    isAll,
    mayTick,
    isTicked,
    /** Whether a filter can be meant as a whole. */
    mayAll: role !== 'agent',
    hasTickable: tickable.length > 0,
    page: (tickable.length > 0 && tickable.every(isTicked) ? 'all' : ticked.length > 0 ? 'some' : 'none') as
      | 'all'
      | 'some'
      | 'none',
    /** @param isRange all from the one before up to this one */
    toggle(number: string, isRange: boolean): void {
      const [from, to] = [tickable.indexOf(last.current ?? ''), tickable.indexOf(number)];
      const on = !isTicked(number);
      const range = isRange && from >= 0 ? tickable.slice(Math.min(from, to), Math.max(from, to) + 1) : [number];
      last.current = number;
      put(on ? [...new Set([...ticked, ...range])] : ticked.filter((each) => !range.includes(each)));
    },
    togglePage(): void {
      if (ticked.length > 0) put([]);
      else put(tickable);
    },
    chooseAll: () => setIsAll(true),
    clear: () => put([]),
  };
}
