import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AgentProfileView, Locale, StaffRole, StaffState } from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';
import { keys } from '../../api/queries.js';

/** Everything about people: read anew after any change. */
const STAFF = ['administration', 'staff'] as const;

export interface StaffFilter {
  search?: string;
  role?: StaffRole;
  teamId?: string;
  state?: StaffState;
}

export const useStaffPage = (filter: StaffFilter) =>
  useInfiniteQuery({
    queryKey: [...STAFF, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(routes.GET('/api/staff', { params: { query: { ...filter, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

const of = (id: string) => ({ params: { path: { id } } });

export const useStaffRecord = (id: string) =>
  useQuery({ queryKey: [...STAFF, id], queryFn: () => answer(routes.GET('/api/staff/{id}', of(id))), staleTime: 0 });

export const useProfile = (id: string) =>
  useQuery({
    queryKey: [...STAFF, id, 'profile'],
    queryFn: () => answer(routes.GET('/api/staff/{id}/profile', of(id))),
    staleTime: 0,
  });

/** What was done shows wherever people and teams are shown. */
export function useDeed<Input, Output>(deed: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    gcTime: 0,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['administration'] }),
        client.invalidateQueries({ queryKey: keys.teams }),
      ]),
  });
}

export interface PersonEdit {
  version: number;
  name: string;
  role: StaffRole;
  locale: Locale;
  teamIds: string[];
}

export const useInvite = () =>
  useDeed((body: { email: string; name?: string; role: StaffRole; locale: Locale; teamIds: string[] }) =>
    answer(routes.POST('/api/staff', { body })),
  );
export const useEditStaff = (id: string) =>
  useDeed((body: PersonEdit) => answer(routes.PATCH('/api/staff/{id}', { ...of(id), body })));
export const useEditProfile = (id: string) =>
  useDeed((body: Pick<AgentProfileView, 'version' | 'capacity' | 'kindLimits' | 'skills'>) =>
    answer(routes.PUT('/api/staff/{id}/profile', { ...of(id), body })),
  );
export const useIssueLink = (id: string) =>
  useDeed((_: undefined) => answer(routes.POST('/api/staff/{id}/links', of(id))));
export const useDisable = (id: string) =>
  useDeed((_: undefined) => answer(routes.PUT('/api/staff/{id}/disablement', of(id))));
export const useEnable = (id: string) =>
  useDeed((_: undefined) => answer(routes.DELETE('/api/staff/{id}/disablement', of(id))));
export const useEndSessions = (id: string) =>
  useDeed((_: undefined) => answer(routes.DELETE('/api/staff/{id}/sessions', of(id))));
export const useResetFactor = (id: string) =>
  useDeed((_: undefined) => answer(routes.DELETE('/api/staff/{id}/second-factor', of(id))));
