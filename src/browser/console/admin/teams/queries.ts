import { useQuery } from '@tanstack/react-query';
import type { LocalizedText, StaffRecordView } from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';
import { useDeed } from '../staff/queries.js';

const MOST_PAGES = 20;

export const useTeamRecords = () =>
  useQuery({
    queryKey: ['administration', 'teams'],
    queryFn: () => answer(routes.GET('/api/teams/records')),
    staleTime: 0,
  });

/** Everybody, to choose from. */
export const useEverybody = () =>
  useQuery({
    queryKey: ['administration', 'staff', 'everybody'],
    queryFn: async ({ signal }) => {
      const people: StaffRecordView[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const found = await answer(routes.GET('/api/staff', { params: { query: { limit: 100, cursor } }, signal }));
        people.push(...found.items);
        cursor = found.nextCursor;
        if (cursor === undefined) break;
      }
      return people;
    },
  });

export interface TeamFields {
  name: LocalizedText;
  leadId: string | null;
  dutyManagerId: string | null;
  memberIds: string[];
  timeZone: string;
}

const of = (id: string) => ({ params: { path: { id } } });

export const useCreateTeam = () =>
  useDeed((body: TeamFields & { key: string }) => answer(routes.POST('/api/teams', { body })));
export const useEditTeam = (id: string) =>
  useDeed((body: TeamFields & { version: number }) => answer(routes.PATCH('/api/teams/{id}', { ...of(id), body })));
export const useArchiveTeam = (id: string) =>
  useDeed((_: undefined) => answer(routes.PUT('/api/teams/{id}/archive', of(id))));
export const useRestoreTeam = (id: string) =>
  useDeed((_: undefined) => answer(routes.DELETE('/api/teams/{id}/archive', of(id))));
