import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type {
  ArticleCategory,
  ArticleContent,
  ArticleDraftView,
  ArticleListItemView,
  ArticleVersionView,
  Locale,
  Page,
} from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';
import type { paths } from '../../api/schema.gen.js';

const at = (id: string) => ({ params: { path: { id } } });

export type ArticleFilter = NonNullable<paths['/api/articles']['get']['parameters']['query']>;

/** The routes of article editing, one function each. All throw `ApiProblem`. */
export const articles = {
  list: (query: ArticleFilter, signal?: AbortSignal): Promise<Page<ArticleListItemView>> =>
    answer(routes.GET('/api/articles', { params: { query }, signal })),
  create: (body: {
    slug: string;
    category: ArticleCategory;
    locale: Locale;
    title: string;
  }): Promise<ArticleDraftView> => answer(routes.POST('/api/articles', { body })),
  show: (id: string): Promise<ArticleDraftView> => answer(routes.GET('/api/articles/{id}', at(id))),
  save: (id: string, version: number, content: ArticleContent): Promise<ArticleDraftView> =>
    answer(routes.PUT('/api/articles/{id}/draft', { ...at(id), body: { version, content } })),
  publish: (id: string, version: number, note: string): Promise<ArticleDraftView> =>
    answer(routes.POST('/api/articles/{id}/publications', { ...at(id), body: { version, note } })),
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
