import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  IssuedApiKeyView,
  IssuedSecretView,
  SiteApiKeyView,
  SiteDetailView,
  SiteListItemView,
  SiteSettings,
} from '../../../../contract/index.js';
import { answer, isProblem, routes } from '../../api/client.js';

const LIST = ['admin', 'sites'] as const;
const keyOf = (id: string) => [...LIST, id] as const;
const of = (id: string) => ({ path: { id } });

export const useSites = () =>
  useQuery({
    queryKey: LIST,
    queryFn: (): Promise<{ items: SiteListItemView[] }> => answer(routes.GET('/api/sites')),
    staleTime: 0,
  });

export const useSite = (id: string) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: (): Promise<SiteDetailView> => answer(routes.GET('/api/sites/{id}', { params: of(id) })),
    staleTime: 0,
  });

/** Takes what a verb answered as the newest; after a conflict the site is read again, so that the form can show both. */
function useSiteVerb<Input, Output>(
  run: (input: Input) => Promise<Output>,
  detailOf: (output: Output) => SiteDetailView,
  id?: string,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (output: Output) => {
      const detail = detailOf(output);
      client.setQueryData(keyOf(detail.site.id), detail);
      void client.invalidateQueries({ queryKey: LIST, exact: true });
    },
    onError: (error) => {
      if (id && isProblem(error, 'conflict')) void client.invalidateQueries({ queryKey: keyOf(id) });
    },
  });
}

export const useCreateSite = () =>
  useSiteVerb(
    (body: SiteSettings & { key: string }): Promise<IssuedSecretView> => answer(routes.POST('/api/sites', { body })),
    ({ detail }) => detail,
  );

export const useSaveSite = (id: string) =>
  useSiteVerb(
    (body: SiteSettings & { version: number }): Promise<SiteDetailView> =>
      answer(routes.PUT('/api/sites/{id}', { params: of(id), body })),
    (detail) => detail,
    id,
  );

export const useRotateSecret = (id: string) =>
  useSiteVerb(
    (body: { version: number; overlapHours: number }): Promise<IssuedSecretView> =>
      answer(routes.POST('/api/sites/{id}/secrets', { params: of(id), body })),
    ({ detail }) => detail,
    id,
  );

export const useEndSecret = (id: string) =>
  useSiteVerb(
    ({ secretId, ...body }: { secretId: string; version: number; inHours: number }): Promise<SiteDetailView> =>
      answer(routes.PUT('/api/sites/{id}/secrets/{secretId}/end', { params: { path: { id, secretId } }, body })),
    (detail) => detail,
    id,
  );

const apiKeysOf = (id: string) => [...keyOf(id), 'api-keys'] as const;

export const useApiKeys = (id: string) =>
  useQuery({
    queryKey: apiKeysOf(id),
    queryFn: (): Promise<{ items: SiteApiKeyView[] }> =>
      answer(routes.GET('/api/sites/{id}/api-keys', { params: of(id) })),
    staleTime: 0,
  });

/** Afterwards the list is read again. */
function useApiKeyVerb<Input, Output>(id: string, run: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSettled: () => client.invalidateQueries({ queryKey: apiKeysOf(id) }),
  });
}

export const useMakeApiKey = (id: string) =>
  useApiKeyVerb(
    id,
    (body: { name: string }): Promise<IssuedApiKeyView> =>
      answer(routes.POST('/api/sites/{id}/api-keys', { params: of(id), body })),
  );

export const useRevokeApiKey = (id: string) =>
  useApiKeyVerb(
    id,
    (keyId: string): Promise<SiteApiKeyView> =>
      answer(routes.POST('/api/sites/{id}/api-keys/{keyId}/revocation', { params: { path: { id, keyId } } })),
  );
