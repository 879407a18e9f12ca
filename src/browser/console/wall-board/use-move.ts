import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { WallBoardView } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { type Holder, type MovedCase, moved } from './moves.js';
import { useWallTexts } from './texts.js';

export interface Move {
  moved: MovedCase;
  to: Holder;
  /** Of the person or team. */
  name: string;
  note?: string;
}

/** Moves a case: on screen at once, and back where it was, with the reason, when the server says no. */
export function useMove() {
  const { t } = useLanguage();
  const texts = useWallTexts();
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ moved: { number, from }, to, note }: Move) => api.assign(number, { ...to, note, from }),
    onMutate: async ({ moved: { number }, to }) => {
      await client.cancelQueries({ queryKey: keys.wallBoard });
      const before = client.getQueriesData<WallBoardView>({ queryKey: keys.wallBoard });
      client.setQueriesData<WallBoardView>({ queryKey: keys.wallBoard }, (board) => board && moved(board, number, to));
      return { before };
    },
    onSuccess: (_, { moved: { number }, to, name }) => {
      void message.success(texts(to.staffId ? 'movedTo' : 'movedToTeam', { number, name }));
    },
    onError: (error, { moved: { number }, name }, context) => {
      for (const [key, board] of context?.before ?? []) client.setQueryData(key, board);
      const { title, detail } = problemText(t, error);
      const words = isProblem(error, 'capacity_exceeded')
        ? texts('backFull', { number, name })
        : isProblem(error, 'person_away')
          ? texts('backAway', { number, name })
          : isProblem(error, 'illegal_transition')
            ? texts('backDone', { number })
            : texts('backFailed', { number, why: isProblem(error, 'conflict') ? (detail ?? title) : title });
      void message.error({ content: words, duration: 6 });
    },
    onSettled: (_, __, { moved: { number } }) => {
      void client.invalidateQueries({ queryKey: keys.wallBoard });
      void client.invalidateQueries({ queryKey: keys.ticket(number) });
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: keys.counts });
    },
  });
}
