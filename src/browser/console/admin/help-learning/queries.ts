import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ArticleCategory,
  ArticleReadersView,
  ArticleReportView,
  ArticleTaskStatus,
  ArticleTaskView,
  Page,
  ReadingPlace,
  ReportDays,
  SearchGap,
  SearchGapView,
  SearchReportView,
} from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';
import type { paths } from '../../api/schema.gen.js';

const TASKS = ['article-tasks'] as const;
const REPORTS = ['help-reports'] as const;
const at = (id: string) => ({ params: { path: { id } } });
const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const period = (days: ReportDays) => ({ days: `${days}` as const, timeZone });

export const useSearchReport = (days: ReportDays) =>
  useQuery({
    queryKey: [...REPORTS, 'searches', days],
    queryFn: ({ signal }): Promise<SearchReportView> =>
      answer(routes.GET('/api/help-reports/searches', { params: { query: period(days) }, signal })),
  });

export const useSearchGaps = (gap: SearchGap, days: ReportDays, place: ReadingPlace | undefined) =>
  useQuery({
    queryKey: [...REPORTS, 'gaps', gap, days, place],
    queryFn: ({ signal }): Promise<{ items: SearchGapView[] }> =>
      answer(routes.GET('/api/help-reports/gaps', { params: { query: { ...period(days), gap, place } }, signal })),
  });

export const useArticleReport = (days: ReportDays) =>
  useQuery({
    queryKey: [...REPORTS, 'articles', days],
    queryFn: ({ signal }): Promise<{ items: ArticleReportView[] }> =>
      answer(routes.GET('/api/help-reports/articles', { params: { query: period(days) }, signal })),
  });

export const useReaders = (articleId: string) =>
  useQuery({
    queryKey: [...REPORTS, 'readers', articleId],
    queryFn: ({ signal }): Promise<ArticleReadersView> =>
      answer(routes.GET('/api/help-reports/articles/{id}', { ...at(articleId), signal })),
  });

/** Where a file of the report is. */
export function fileAddress(
  file: 'gaps' | 'articles',
  days: ReportDays,
  gap?: SearchGap,
  place?: ReadingPlace,
): string {
  const query = new URLSearchParams({ days: String(days), timeZone, ...(gap && { gap }), ...(place && { place }) });
  return `/api/help-reports/${file}.csv?${query}`;
}

export const useTasks = (status: ArticleTaskStatus, mine: boolean) =>
  useInfiniteQuery({
    queryKey: [...TASKS, status, mine],
    queryFn: ({ pageParam, signal }): Promise<Page<ArticleTaskView>> =>
      answer(
        routes.GET('/api/article-tasks', {
          params: { query: { status, mine: mine ? 'true' : 'false', cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });

export const useWriters = () =>
  useQuery({
    queryKey: ['article-writers'],
    queryFn: (): Promise<{ items: { id: string; name: string }[] }> => answer(routes.GET('/api/article-tasks/writers')),
  });

type Proposal = paths['/api/article-tasks']['post']['requestBody']['content']['application/json']['about'];

/** Whatever comes of it, lists are read again: they may have changed under the editor's hands. */
function useDeed<Input, Output>(deed: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSettled: () =>
      Promise.all([TASKS, REPORTS, ['articles', 'list']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

export const usePropose = () =>
  useDeed(
    (about: Proposal): Promise<ArticleTaskView> => answer(routes.POST('/api/article-tasks', { body: { about } })),
  );

export const useChangeTask = (id: string) =>
  useDeed(
    (body: { version: number; title: string; note: string; assigneeId: string | null }): Promise<ArticleTaskView> =>
      answer(routes.PUT('/api/article-tasks/{id}', { ...at(id), body })),
  );

export const useTaskStatus = (id: string) =>
  useDeed(
    (body: { version: number; status: ArticleTaskStatus; closingNote?: string }): Promise<ArticleTaskView> =>
      answer(routes.PUT('/api/article-tasks/{id}/status', { ...at(id), body })),
  );

export const useBeginArticle = (id: string) =>
  useDeed(
    (body: { version: number; slug: string; category: ArticleCategory }): Promise<{ id: string }> =>
      answer(routes.POST('/api/article-tasks/{id}/articles', { ...at(id), body })),
  );
