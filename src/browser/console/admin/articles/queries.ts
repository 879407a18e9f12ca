import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type {
  ArticleCategory,
  ArticleContent,
  ArticleDraftView,
  ArticleListItemView,
  ArticleOverviewView,
  ArticleReview,
  ArticleVersionView,
  Locale,
  Page,
} from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';
import type { paths } from '../../api/schema.gen.js';

const at = (id: string) => ({ params: { path: { id } } });

export type ArticleFilter = NonNullable<paths['/api/articles']['get']['parameters']['query']>;

export interface Publication {
  note: string;
  /** The other language needs no change. */
  inStep: boolean;
}

export interface UpkeepSettings {
  ownerId: string | null;
  reviewDays: number;
  expiresAt: string | null;
}

/** The routes of article editing, one function each. All throw `ApiProblem`. */
export const articles = {
  list: (query: ArticleFilter, signal?: AbortSignal): Promise<Page<ArticleListItemView>> =>
    answer(routes.GET('/api/articles', { params: { query }, signal })),
  create: (body: {
    slug?: string | undefined;
    category: ArticleCategory;
    sectionId?: string | undefined;
    locale: Locale;
    title: string;
  }): Promise<ArticleDraftView> => answer(routes.POST('/api/articles', { body })),
  show: (id: string): Promise<ArticleDraftView> => answer(routes.GET('/api/articles/{id}', at(id))),
  save: (id: string, version: number, content: ArticleContent): Promise<ArticleDraftView> =>
    answer(routes.PUT('/api/articles/{id}/draft', { ...at(id), body: { version, content } })),
  publish: (id: string, version: number, how: Publication): Promise<ArticleDraftView> =>
    answer(routes.POST('/api/articles/{id}/publications', { ...at(id), body: { version, ...how } })),
  schedule: (id: string, version: number, how: Publication & { publishAt: string }): Promise<ArticleDraftView> =>
    answer(routes.PUT('/api/articles/{id}/schedule', { ...at(id), body: { version, ...how } })),
  unschedule: (id: string, version: number): Promise<ArticleDraftView> =>
    answer(routes.DELETE('/api/articles/{id}/schedule', { params: { path: { id }, query: { version } } })),
  review: (id: string, version: number, state: ArticleReview['state'], note: string): Promise<ArticleDraftView> =>
    answer(routes.PUT('/api/articles/{id}/review', { ...at(id), body: { version, state, note } })),
  upkeep: (id: string, version: number, settings: UpkeepSettings): Promise<ArticleDraftView> =>
    answer(routes.PUT('/api/articles/{id}/upkeep', { ...at(id), body: { version, ...settings } })),
  confirm: (id: string, version: number): Promise<ArticleDraftView> =>
    answer(routes.POST('/api/articles/{id}/confirmations', { ...at(id), body: { version } })),
  confirmTranslation: (id: string, version: number): Promise<ArticleDraftView> =>
    answer(routes.POST('/api/articles/{id}/translation-confirmations', { ...at(id), body: { version } })),
  overview: (): Promise<ArticleOverviewView> => answer(routes.GET('/api/articles/overview')),
  owners: (): Promise<{ items: { id: string; name: string }[] }> => answer(routes.GET('/api/articles/owners')),
  withdraw: (id: string, version: number, status: 'draft' | 'archived'): Promise<ArticleDraftView> =>
    answer(routes.PUT('/api/articles/{id}/status', { ...at(id), body: { version, status } })),
  restore: (id: string, version: number, from: number): Promise<ArticleDraftView> =>
    answer(routes.POST('/api/articles/{id}/restorations', { ...at(id), body: { version, from } })),
  versions: (id: string): Promise<{ items: ArticleVersionView[] }> =>
    answer(routes.GET('/api/articles/{id}/versions', at(id))),
  version: (id: string, version: number): Promise<ArticleContent> =>
    answer(routes.GET('/api/articles/{id}/versions/{version}', { params: { path: { id, version } } })),
  preview: (content: ArticleContent, locale: Locale, signal: AbortSignal): Promise<{ html: string }> =>
    answer(routes.POST('/api/articles/previews', { body: { content, locale }, signal })),
  upload: (file: File): Promise<{ url: string }> => {
    const form = new FormData();
    form.set('file', file, file.name);
    return answer(routes.POST('/api/article-images', { body: { file: file.name }, bodySerializer: () => form }));
  },
};

export const articleKeys = {
  all: ['articles'] as const,
  list: (filter: ArticleFilter) => ['articles', 'list', filter] as const,
  overview: ['articles', 'list', 'overview'] as const,
  owners: ['articles', 'owners'] as const,
  one: (id: string) => ['articles', 'one', id] as const,
  versions: (id: string) => ['articles', 'versions', id] as const,
  version: (id: string, version: number) => ['articles', 'version', id, version] as const,
};

export const useArticleList = (filter: ArticleFilter) =>
  useInfiniteQuery({
    queryKey: articleKeys.list(filter),
    queryFn: ({ pageParam, signal }) => articles.list({ ...filter, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });

/** How many want attention. Read again with the lists. */
export const useOverview = () => useQuery({ queryKey: articleKeys.overview, queryFn: articles.overview, staleTime: 0 });

/** Whom an article may belong to. */
export const useOwners = () => useQuery({ queryKey: articleKeys.owners, queryFn: articles.owners });

/** Read once: from then on the editor holds the article, and asks again when somebody else has saved. */
export const useArticle = (id: string) =>
  useQuery({ queryKey: articleKeys.one(id), queryFn: () => articles.show(id), staleTime: 0, gcTime: 0 });

export const useVersions = (id: string) =>
  useQuery({ queryKey: articleKeys.versions(id), queryFn: () => articles.versions(id), staleTime: 0 });

/** A version never changes. */
export const useVersion = (id: string, version: number | undefined) =>
  useQuery({
    queryKey: articleKeys.version(id, version ?? 0),
    queryFn: () => articles.version(id, version ?? 0),
    enabled: version !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
