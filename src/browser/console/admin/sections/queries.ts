import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ArticleSectionView, SectionPlace, SectionWords } from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';

const KEY = ['article-sections'] as const;

export interface SectionRecord {
  slug: string;
  names: SectionWords;
  descriptions: SectionWords;
}

export interface SectionMove extends SectionPlace {
  /** The sibling before which it is to stand; null: the last of them. */
  before: string | null;
}

const of = (id: string) => ({ params: { path: { id } } });

export const useSections = () =>
  useQuery({
    queryKey: KEY,
    queryFn: (): Promise<{ items: ArticleSectionView[] }> => answer(routes.GET('/api/article-sections')),
    staleTime: 0,
  });

/** Whatever comes of it, the tree is read again: others may have changed it under the editor's hands. */
function useDeed<Input, Outcome>(deed: (input: Input) => Promise<Outcome>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSettled: () => {
      // Articles follow their sections into another category.
      void client.invalidateQueries({ queryKey: ['articles', 'list'] });
      return client.invalidateQueries({ queryKey: KEY });
    },
  });
}

const place = (id: string, body: SectionMove & { version: number }): Promise<ArticleSectionView> =>
  answer(routes.PUT('/api/article-sections/{id}/place', { ...of(id), body }));

export const useAddSection = () =>
  useDeed(
    (body: SectionRecord & SectionPlace): Promise<ArticleSectionView> =>
      answer(routes.POST('/api/article-sections', { body })),
  );

export const useMoveSection = () =>
  useDeed(({ id, ...body }: SectionMove & { id: string; version: number }) => place(id, body));

/** `move`: only when it is to stand elsewhere. */
export const useSaveSection = (id: string) =>
  useDeed(async ({ move, ...body }: SectionRecord & { version: number; move: SectionMove | undefined }) => {
    const saved: ArticleSectionView = await answer(routes.PUT('/api/article-sections/{id}', { ...of(id), body }));
    return move ? place(id, { ...move, version: saved.version }) : saved;
  });

export const useRemoveSection = (id: string) =>
  useDeed((version: number) =>
    answer(routes.DELETE('/api/article-sections/{id}', { params: { path: { id }, query: { version } } })),
  );
