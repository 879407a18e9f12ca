import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { Page } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { type ImportPlace, type ImportView, isUnderWay } from './import-view.js';

/** The routes of one kind of import, one function each. All throw `ApiProblem`. */
export interface ImportRoutes<One extends ImportView, Options, Upload, Row> {
  list: () => Promise<{ items: One[] }>;
  show: (id: string) => Promise<One>;
  upload: (upload: Upload) => Promise<One>;
  check: (id: string, options: Options) => Promise<One>;
  apply: (id: string) => Promise<One>;
  remove: (id: string) => Promise<unknown>;
  rows: (id: string, query: RowQuery, signal: AbortSignal) => Promise<Page<Row>>;
}

interface RowQuery {
  warned?: 'true';
  outcome?: string;
  cursor?: number;
}

const SOON = 1_000;

/** What the pages of one kind of import ask and do. What is under way is looked at once a second. */
export function defineImports<One extends ImportView, Options, Upload, Row>(
  place: ImportPlace,
  routes: ImportRoutes<One, Options, Upload, Row>,
) {
  const one = (id: string) => [place.page, 'one', id] as const;
  return {
    place,

    useList: () =>
      useQuery({
        queryKey: [place.page, 'list'],
        queryFn: routes.list,
        staleTime: 0,
        refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? SOON : false),
      }),

    useOne: (id: string) =>
      useQuery({
        queryKey: one(id),
        queryFn: () => routes.show(id),
        staleTime: 0,
        refetchInterval: ({ state }) => (state.data && isUnderWay(state.data as One) ? SOON : false),
      }),

    /** @param filter an outcome, `warned` or `all` */
    useRows: ({ id, status, counts }: One, filter: string) =>
      useInfiniteQuery({
        queryKey: [place.page, 'rows', id, filter, status, counts.done, counts.total],
        queryFn: ({ pageParam, signal }) => {
          const wanted: RowQuery =
            filter === 'warned' ? { warned: 'true' } : filter === 'all' ? {} : { outcome: filter };
          return routes.rows(id, { ...wanted, ...(pageParam !== undefined && { cursor: Number(pageParam) }) }, signal);
        },
        initialPageParam: undefined as string | undefined,
        getNextPageParam: (page) => page.nextCursor,
        placeholderData: keepPreviousData,
        staleTime: 0,
      }),

    /** Leads to the page of what was begun. */
    useUpload: () => {
      const client = useQueryClient();
      return useMutation({
        mutationFn: routes.upload,
        onSuccess: (begun) => {
          client.setQueryData(one(begun.id), begun);
          goTo(adminAddress(place.page, begun.id));
        },
      });
    },

    useDeeds: (id: string) => {
      const { t } = useLanguage();
      const { message } = App.useApp();
      const client = useQueryClient();
      const onSuccess = (view: One) => client.setQueryData(one(id), view);
      const onError = (error: unknown) => void message.error(problemText(t, error).title);
      return {
        apply: useMutation({ mutationFn: () => routes.apply(id), onSuccess, onError }),
        check: useMutation({ mutationFn: (options: Options) => routes.check(id, options), onSuccess, onError }),
        remove: useMutation({
          mutationFn: () => routes.remove(id),
          onSuccess: () => goTo(adminAddress(place.page)),
          onError,
        }),
      };
    },
  };
}
