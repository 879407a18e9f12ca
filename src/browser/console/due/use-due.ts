import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { EscalationView, TicketListItemView, Timestamp } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { keys, useEscalations } from '../api/queries.js';
import { rowsOf } from '../lists/list-pages.js';
import { useEverySecond } from '../shared/ticker.js';
import { BANDS, type Band, bandOf } from './bands.js';

const PAGE = 50;

export type DueTicket = TicketListItemView & { nextDueAt: Timestamp };

/** Tickets whose clock runs, what breaches first first. @param teams ids separated by commas; empty: all that one may see */
export function useDueTickets(teams: string) {
  return useInfiniteQuery({
    queryKey: keys.dueOf(teams),
    queryFn: ({ pageParam, signal }) =>
      api.searchTickets(
        { sla: 'running', team: teams || undefined, sort: 'due', direction: 'asc', cursor: pageParam, limit: PAGE },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export type DueQuery = ReturnType<typeof useDueTickets>;

/** What was found, by bands; a ticket moves to the next one by itself as time passes. */
export function useBands(data: DueQuery['data']): { band: Band; tickets: DueTicket[] }[] {
  const tickets = useMemo(
    () => rowsOf(data).filter((ticket): ticket is DueTicket => ticket.nextDueAt !== undefined),
    [data],
  );
  // One digit a ticket: it differs only when one has come to another band.
  const compute = useCallback(
    (now: number) => tickets.map(({ nextDueAt }) => BANDS.indexOf(bandOf(nextDueAt, now))).join(''),
    [tickets],
  );
  const places = useEverySecond(compute);
  return useMemo(
    () =>
      BANDS.map((band, place) => ({ band, tickets: tickets.filter((_, index) => places[index] === String(place)) })),
    [tickets, places],
  );
}

/** Of each ticket the most pressing rung that nobody has acknowledged, by number. */
export function useUnseen(): ReadonlyMap<string, EscalationView> {
  const items = useEscalations().data?.items;
  return useMemo(() => new Map(items?.toReversed().map((escalation) => [escalation.number, escalation])), [items]);
}
