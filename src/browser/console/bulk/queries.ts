import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type {
  BulkActionView,
  BulkCaseState,
  BulkCaseView,
  BulkDeed,
  BulkDeedKind,
  BulkPreviewView,
  Page,
} from '../../../contract/index.js';
import { answer, routes } from '../api/client.js';
import type { paths } from '../api/schema.gen.js';

type OrderBody = NonNullable<paths['/api/bulk-actions']['post']['requestBody']>['content']['application/json'];
/** Which cases, as the server reads it. */
export type Scope = OrderBody['scope'];

const KEY = ['bulk-actions'] as const;
/** A push may be lost: while something is under way it is also asked for. Milliseconds. */
const REFETCH = 2_000;
const UNDER_WAY: readonly BulkActionView['state'][] = ['held', 'running', 'stopping'];

export const isUnderWay = ({ state }: BulkActionView): boolean => UNDER_WAY.includes(state);

export const bulkActions = queryOptions({
  queryKey: KEY,
  queryFn: (): Promise<{ items: BulkActionView[] }> => answer(routes.GET('/api/bulk-actions')),
  refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? REFETCH : false),
});

export const bulkPreview = (kind: BulkDeedKind, body: string, scope: Scope) =>
  queryOptions({
    queryKey: ['bulk-preview', kind, body, scope],
    queryFn: ({ signal }): Promise<BulkPreviewView> =>
      answer(routes.POST('/api/bulk-actions/previews', { body: { kind, body, scope }, signal })),
    staleTime: 0,
    gcTime: 0,
  });

export const bulkApi = {
  order: (requestId: string, deed: BulkDeed, scope: Scope): Promise<BulkActionView> =>
    answer(routes.POST('/api/bulk-actions', { body: { requestId, deed, scope } })),
  undo: (id: string): Promise<BulkActionView> =>
    answer(routes.POST('/api/bulk-actions/{id}/undos', { params: { path: { id } } })),
  stop: (id: string): Promise<BulkActionView> =>
    answer(routes.POST('/api/bulk-actions/{id}/stops', { params: { path: { id } } })),
  cases: (id: string, state: BulkCaseState, cursor?: string): Promise<Page<BulkCaseView>> =>
    answer(
      routes.GET('/api/bulk-actions/{id}/cases', { params: { path: { id }, query: { state, cursor, limit: 50 } } }),
    ),
};

/** Puts what the server says of an action in its place; a new one comes first. An answer may be older than a push. */
export function putAction(client: QueryClient, action: BulkActionView): void {
  client.setQueryData(KEY, (known: { items: BulkActionView[] } | undefined) => {
    const items = known?.items ?? [];
    const had = items.find(({ id }) => id === action.id);
    if (!had) return { items: [action, ...items] };
    if (!isUnderWay(had) && isUnderWay(action)) return known;
    return { items: items.map((each) => (each.id === action.id ? action : each)) };
  });
}
