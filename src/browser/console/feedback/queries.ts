import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FeedbackTopicView } from '../../../contract/index.js';
import { answer, routes } from '../api/client.js';
import type { paths } from '../api/schema.gen.js';

/** Everything about feedback: read anew after any change. */
const FEEDBACK = ['feedback'] as const;
const PAGE = 40;
/** Milliseconds. */
const LOOK_AGAIN = 60_000;
const LOOK_SOON = 2_000;

type Query = NonNullable<paths['/api/feedback-topics']['get']['parameters']['query']>;

/** One list, page by page. @param question as the address has it */
export function useTopics(question: URLSearchParams) {
  return useInfiniteQuery({
    queryKey: [...FEEDBACK, 'list', question.toString()],
    queryFn: ({ pageParam, signal }) => {
      // The address is what the server is asked; what it does not know it refuses, and the page says so.
      const query = { ...Object.fromEntries(question), cursor: pageParam, limit: PAGE } as Query;
      return answer(routes.GET('/api/feedback-topics', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: LOOK_AGAIN,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

const of = (id: string) => ({ path: { id } });

/** While people are being told, it is looked at often. */
export const useTopic = (id: string) =>
  useQuery({
    queryKey: [...FEEDBACK, 'topic', id],
    queryFn: () => answer(routes.GET('/api/feedback-topics/{id}', { params: of(id) })),
    refetchInterval: ({ state }) => (isTelling(state.data) ? LOOK_SOON : LOOK_AGAIN),
    staleTime: 0,
  });

const isTelling = (topic: FeedbackTopicView | undefined): boolean =>
  topic?.tellings.some(({ withdrawn, told, people }) => !withdrawn && told < people) ?? false;

export const useAlike = (id: string) =>
  useQuery({
    queryKey: [...FEEDBACK, 'alike', id],
    queryFn: () => answer(routes.GET('/api/feedback-topics/{id}/alike', { params: of(id) })),
    staleTime: 0,
  });

export const useAreas = () =>
  useQuery({ queryKey: [...FEEDBACK, 'areas'], queryFn: () => answer(routes.GET('/api/feedback-areas')) });

export const useCaseFeedback = (number: string) =>
  useQuery({
    queryKey: [...FEEDBACK, 'case', number],
    queryFn: () => answer(routes.GET('/api/tickets/{number}/feedback', { params: { path: { number } } })),
    staleTime: 0,
  });

/** What was done shows everywhere; also what failed, as somebody else may have been there first. */
export function useFeedbackDeed<Input, Output>(deed: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: deed, onSettled: () => client.invalidateQueries({ queryKey: FEEDBACK }) });
}

type Body<Path extends keyof paths, Method extends 'post' | 'put'> = paths[Path] extends {
  [Key in Method]: { requestBody: { content: { 'application/json': infer Content } } };
}
  ? Content
  : never;

/** The calls, each answered with the topic that is to be looked at then. */
export const feedbackCalls = {
  name: (id: string, body: Body<'/api/feedback-topics/{id}', 'put'>) =>
    answer(routes.PUT('/api/feedback-topics/{id}', { params: of(id), body })),
  merge: (id: string, body: Body<'/api/feedback-topics/{id}/merges', 'post'>) =>
    answer(routes.POST('/api/feedback-topics/{id}/merges', { params: of(id), body })),
  split: (id: string, body: Body<'/api/feedback-topics/{id}/splits', 'post'>) =>
    answer(routes.POST('/api/feedback-topics/{id}/splits', { params: of(id), body })),
  decide: (id: string, body: Body<'/api/feedback-topics/{id}/standing', 'put'>) =>
    answer(routes.PUT('/api/feedback-topics/{id}/standing', { params: of(id), body })),
  show: (id: string, body: Body<'/api/feedback-topics/{id}/publicity', 'put'>) =>
    answer(routes.PUT('/api/feedback-topics/{id}/publicity', { params: of(id), body })),
  note: (id: string, note: string) =>
    answer(routes.POST('/api/feedback-topics/{id}/notes', { params: of(id), body: { note } })),
  tell: (id: string, body: Body<'/api/feedback-topics/{id}/tellings', 'post'>) =>
    answer(routes.POST('/api/feedback-topics/{id}/tellings', { params: of(id), body })),
  withdraw: (id: string) => answer(routes.POST('/api/feedback-tellings/{id}/withdrawal', { params: of(id) })),
  open: (id: string, body: Body<'/api/feedback/{id}/case', 'post'>) =>
    answer(routes.POST('/api/feedback/{id}/case', { params: of(id), body })),
  take: (number: string, body: Body<'/api/tickets/{number}/feedback', 'post'>) =>
    answer(routes.POST('/api/tickets/{number}/feedback', { params: { path: { number } }, body })),
  addArea: (body: Body<'/api/feedback-areas', 'post'>) => answer(routes.POST('/api/feedback-areas', { body })),
  changeArea: (key: string, body: Body<'/api/feedback-areas/{key}', 'put'>) =>
    answer(routes.PUT('/api/feedback-areas/{key}', { params: { path: { key } }, body })),
};
