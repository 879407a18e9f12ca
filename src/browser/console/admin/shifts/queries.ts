import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, routes } from '../../api/client.js';
import { useDeed } from '../staff/queries.js';
import { addDays, type Day } from './week.js';

const SHIFTS = ['administration', 'shifts'] as const;
const ONE_MINUTE = 60_000;

const of = (id: string) => ({ path: { id } });

export const useShiftTable = (teamId: string, monday: Day) =>
  useQuery({
    queryKey: [...SHIFTS, teamId, monday],
    queryFn: ({ signal }) =>
      answer(
        routes.GET('/api/teams/{id}/shifts', {
          params: { ...of(teamId), query: { from: monday, until: addDays(monday, 7) } },
          signal,
        }),
      ),
    // The week before stays readable while the next one comes, but never another team's.
    placeholderData: (previous, query) => (query?.queryKey[2] === teamId ? keepPreviousData(previous) : undefined),
    staleTime: 0,
  });

export const useOnDuty = (teamId: string) =>
  useQuery({
    queryKey: [...SHIFTS, teamId, 'on-duty'],
    queryFn: () => answer(routes.GET('/api/teams/{id}/on-duty', { params: of(teamId) })),
    staleTime: 0,
    refetchInterval: ONE_MINUTE,
  });

export const useAddShift = (teamId: string) =>
  useDeed((body: { staffId: string; starts: string; ends: string }) =>
    answer(routes.POST('/api/teams/{id}/shifts', { params: of(teamId), body })),
  );
export const useRemoveShift = (teamId: string) =>
  useDeed((shiftId: string) =>
    answer(routes.DELETE('/api/teams/{id}/shifts/{shiftId}', { params: { path: { id: teamId, shiftId } } })),
  );
export const useCopyWeek = (teamId: string) =>
  useDeed((body: { from: Day; to: Day }) =>
    answer(routes.POST('/api/teams/{id}/shift-copies', { params: of(teamId), body })),
  );
