import { keepPreviousData, type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CalendarView,
  ImportedDaysView,
  Ladders,
  LadderView,
  PolicyTargets,
  PolicyView,
  RetimePreview,
  WorkingHours,
} from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';
import type { CalendarFields } from './calendars/calendar-draft.js';
import type { Question } from './preview/question.js';

/** Everything about SLA: read anew after any change, so that the preview is right and a conflict can show both. */
const SLA = ['administration', 'sla'] as const;
const ONE_HOUR = 3_600_000;

const of = (id: string) => ({ params: { path: { id } } });

/** @param done after it has gone well */
function useDeed<Input, Output>(deed: (input: Input) => Promise<Output>, done?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    gcTime: 0,
    onSuccess: done,
    onSettled: () => client.invalidateQueries({ queryKey: SLA }),
  });
}

// ---- policies ----

export const usePolicy = () =>
  useQuery({
    queryKey: [...SLA, 'policy'],
    queryFn: (): Promise<PolicyView> => answer(routes.GET('/api/sla/policy')),
    staleTime: 0,
  });

export const usePresets = () =>
  useQuery({
    queryKey: ['sla-presets'],
    queryFn: () => answer(routes.GET('/api/sla/policy/presets')),
    staleTime: ONE_HOUR,
  });

/** The newest versions, and the one before them to compare with. What a version says never changes. */
function useVersions<Version>(
  name: string,
  newest: number,
  count: number,
  read: (version: number) => Promise<Version>,
) {
  return useQuery({
    queryKey: [`sla-${name}-versions`, newest, count],
    queryFn: () => Promise.all(Array.from({ length: Math.min(count + 1, newest) }, (_, back) => read(newest - back))),
    placeholderData: keepPreviousData,
    staleTime: ONE_HOUR,
  });
}

export const usePolicyVersions = (newest: number, count: number) =>
  useVersions(
    'policy',
    newest,
    count,
    (version): Promise<PolicyView> =>
      answer(routes.GET('/api/sla/policy/versions/{version}', { params: { path: { version } } })),
  );

export const useSavePolicy = (done: () => void) =>
  useDeed(
    (body: { version: number; targets: PolicyTargets; note: string; retime: boolean }): Promise<PolicyView> =>
      answer(routes.PUT('/api/sla/policy', { body })),
    done,
  );

// ---- calendars ----

export const useCalendars = () =>
  useQuery({
    queryKey: [...SLA, 'calendars'],
    queryFn: (): Promise<{ items: CalendarView[] }> => answer(routes.GET('/api/calendars')),
    staleTime: 0,
  });

export const useCreateCalendar = () =>
  useDeed((body: CalendarFields): Promise<CalendarView> => answer(routes.POST('/api/calendars', { body })));

export const useSaveCalendar = (id: string, done: () => void) =>
  useDeed(
    (body: CalendarFields & { version: number; retime: boolean }): Promise<CalendarView> =>
      answer(routes.PUT('/api/calendars/{id}', { ...of(id), body })),
    done,
  );

export const useArchiveCalendar = (id: string) =>
  useDeed(
    ({ archived, version }: { archived: boolean; version: number }): Promise<CalendarView> =>
      archived
        ? answer(routes.POST('/api/calendars/{id}/archival', { ...of(id), body: { version } }))
        : answer(routes.POST('/api/calendars/{id}/restoration', { ...of(id), body: { version } })),
  );

/** Of days that are worked instead, until somebody says otherwise. */
export const WORKED: WorkingHours[] = [{ from: 540, to: 1_080 }];

export const useHolidays = (enabled: boolean, year: number) =>
  useQuery({
    queryKey: ['sla-holidays', year],
    queryFn: () =>
      answer(
        routes.POST('/api/calendars/holiday-imports', {
          body: { years: [year], workedHours: WORKED },
        }),
      ),
    enabled,
    placeholderData: keepPreviousData,
    staleTime: ONE_HOUR,
  });

export const useReadFile = () =>
  useMutation({
    mutationFn: async (file: File): Promise<ImportedDaysView> =>
      answer(routes.POST('/api/calendars/file-imports', { body: { file: await file.text(), workedHours: WORKED } })),
    gcTime: 0,
  });

// ---- ladders ----

export const useLadders = () =>
  useQuery({
    queryKey: [...SLA, 'ladders'],
    queryFn: (): Promise<LadderView> => answer(routes.GET('/api/sla/ladders')),
    staleTime: 0,
  });

export const useLadderVersions = (newest: number, count: number) =>
  useVersions(
    'ladder',
    newest,
    count,
    (version): Promise<LadderView> =>
      answer(routes.GET('/api/sla/ladders/versions/{version}', { params: { path: { version } } })),
  );

export const useSaveLadders = (done: () => void) =>
  useDeed(
    (body: { version: number; ladders: Ladders; note: string; retime: boolean }): Promise<LadderView> =>
      answer(routes.PUT('/api/sla/ladders', { body })),
    done,
  );

/** Whom a rung may name. */
export const usePeople = () =>
  useQuery({
    queryKey: [...SLA, 'people'],
    queryFn: () => answer(routes.GET('/api/staff/assignable', { params: { query: {} } })),
  });

// ---- previews ----

/** What timing the running clocks anew would do. @param key of the draft it is asked of */
export const useOutlook = (key: QueryKey, ask: () => Promise<RetimePreview>) =>
  useQuery({ queryKey: [...SLA, 'outlook', ...key], queryFn: ask, placeholderData: keepPreviousData, gcTime: 0 });

export const outlookOfPolicy = (targets: PolicyTargets): Promise<RetimePreview> =>
  answer(routes.POST('/api/sla/policy/previews', { body: { targets } }));

export const outlookOfCalendar = (
  id: string,
  { definition, teamIds }: Pick<CalendarFields, 'definition' | 'teamIds'>,
): Promise<RetimePreview> =>
  answer(routes.POST('/api/calendars/{id}/previews', { ...of(id), body: { definition, teamIds } }));

/** @param question as JSON, so that it is asked once for the same */
export const useDuePreviews = (question: string, enabled: boolean) =>
  useQuery({
    queryKey: [...SLA, 'due', question],
    queryFn: () => answer(routes.POST('/api/sla/previews', { body: JSON.parse(question) as Question })),
    enabled,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
