import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AssistanceView, AssistedTextView, Locale, RewritingTone } from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';

/** What the writer may ask for. */
export type Wish =
  | { deed: 'suggestion' }
  | { deed: 'rewriting'; tone: RewritingTone; draft: string }
  | { deed: 'translation'; to: Locale; draft: string }
  | { deed: 'summary' };

export type Proposal =
  | { phase: 'working'; wish: Wish }
  | { phase: 'done'; wish: Wish; result: AssistedTextView }
  | { phase: 'failed'; wish: Wish; error: unknown };

const OFFER_MILLISECONDS = 60_000;

/** What there is to help with; undefined while nobody knows, and where it cannot be asked. */
export function useOffer(number: string, isOn: boolean): AssistanceView | undefined {
  return useQuery({
    queryKey: ['assistance', number],
    queryFn: ({ signal }) =>
      answer(routes.GET('/api/tickets/{number}/assistance', { params: { path: { number } }, signal })),
    enabled: isOn,
    staleTime: OFFER_MILLISECONDS,
    retry: false,
  }).data;
}

/** One proposal at a time, of this conversation alone. A new wish, or leaving, cancels the one before. */
export function useProposal(number: string, conversationId: string) {
  const [proposal, setProposal] = useState<Proposal>();
  const underWay = useRef<AbortController>(undefined);
  const place = `${number} ${conversationId}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was asked for elsewhere has no place here.
  useEffect(() => {
    setProposal(undefined);
    return () => underWay.current?.abort();
  }, [place]);

  const ask = (wish: Wish) => {
    underWay.current?.abort();
    const leaving = new AbortController();
    underWay.current = leaving;
    setProposal({ phase: 'working', wish });
    call(number, conversationId, wish, leaving.signal).then(
      (result) => leaving.signal.aborted || setProposal({ phase: 'done', wish, result }),
      (error: unknown) => leaving.signal.aborted || setProposal({ phase: 'failed', wish, error }),
    );
  };
  const dismiss = () => {
    underWay.current?.abort();
    setProposal(undefined);
  };
  return { proposal, ask, dismiss };
}

function call(number: string, conversationId: string, wish: Wish, signal: AbortSignal): Promise<AssistedTextView> {
  const params = { path: { number } };
  switch (wish.deed) {
    case 'suggestion':
      return answer(
        routes.POST('/api/tickets/{number}/suggested-replies', { params, body: { conversationId }, signal }),
      );
    case 'summary':
      return answer(routes.POST('/api/tickets/{number}/summaries', { params, body: { conversationId }, signal }));
    case 'rewriting': {
      const { draft, tone } = wish;
      return answer(
        routes.POST('/api/tickets/{number}/rewritings', { params, body: { conversationId, draft, tone }, signal }),
      );
    }
    case 'translation': {
      const { draft, to } = wish;
      return answer(
        routes.POST('/api/tickets/{number}/translations', { params, body: { conversationId, draft, to }, signal }),
      );
    }
  }
}
