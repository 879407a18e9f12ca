import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CategoryKey,
  CategorySettingsView,
  FormVersionView,
  LocalizedText,
  SubCategorySettings,
} from '../../../../contract/index.js';
import { answer, isProblem, routes } from '../../api/client.js';
import { keys } from '../../api/queries.js';

const KEY = ['admin', 'categories'] as const;
type Settings = { items: CategorySettingsView[] };

export const useCategorySettings = () =>
  useQuery({
    queryKey: KEY,
    queryFn: (): Promise<Settings> => answer(routes.GET('/api/categories/settings')),
    staleTime: 0,
  });

/** Each verb answers the whole category; after a conflict all is read again, so that a form can show both. */
function useCategoryVerb<Input>(run: (input: Input) => Promise<CategorySettingsView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (category) => {
      client.setQueryData(KEY, (known: Settings | undefined) => ({
        items: (known?.items ?? []).map((each) => (each.key === category.key ? category : each)),
      }));
      void client.invalidateQueries({ queryKey: keys.categories });
    },
    onError: (error) => {
      if (isProblem(error, 'conflict')) void client.invalidateQueries({ queryKey: KEY, exact: true });
    },
  });
}

const inCategory = (category: CategoryKey) => ({ path: { category } });
const ofSub = (key: string) => ({ path: { key } });

export const useRename = (category: CategoryKey) =>
  useCategoryVerb((body: { version: number; name: LocalizedText; topic: LocalizedText }) =>
    answer(routes.PUT('/api/categories/{category}', { params: inCategory(category), body })),
  );

export const useReorder = (category: CategoryKey) =>
  useCategoryVerb((body: { version: number; subCategories: string[] }) =>
    answer(routes.PUT('/api/categories/{category}/order', { params: inCategory(category), body })),
  );

export const useAddSubCategory = (category: CategoryKey) =>
  useCategoryVerb((body: SubCategorySettings & { key: string }) =>
    answer(routes.POST('/api/categories/{category}/sub-categories', { params: inCategory(category), body })),
  );

export const useSaveSubCategory = (key: string) =>
  useCategoryVerb((body: SubCategorySettings & { version: number }) =>
    answer(routes.PUT('/api/sub-categories/{key}', { params: ofSub(key), body })),
  );

export const useSetArchived = (key: string) =>
  useCategoryVerb(({ archived, version }: { archived: boolean; version: number }) =>
    archived
      ? answer(routes.POST('/api/sub-categories/{key}/archival', { params: ofSub(key), body: { version } }))
      : answer(routes.POST('/api/sub-categories/{key}/restoration', { params: ofSub(key), body: { version } })),
  );

/** @param version of the form now: with another one there is more to tell */
export const useFormVersions = (key: string, version: number) =>
  useQuery({
    queryKey: [...KEY, 'forms', key, version],
    queryFn: (): Promise<{ items: FormVersionView[] }> =>
      answer(routes.GET('/api/sub-categories/{key}/forms', { params: ofSub(key) })),
  });
