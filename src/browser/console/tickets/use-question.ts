import { useMemo } from 'react';
import { TICKETS_ADDRESS } from '../routing/place.js';
import { goTo, useAddressQuery } from '../routing/use-route.js';
import { type Question, readQuestion, writeQuestion } from './question.js';

/** The address of the table with a question. */
export const tableAddress = (query: string): string => (query ? `${TICKETS_ADDRESS}?${query}` : TICKETS_ADDRESS);

/** What the table is asked, from the address and back into it: to be shared, and to go back from. */
export function useQuestion() {
  const query = useAddressQuery();
  return useMemo(() => {
    const question = readQuestion(query);
    return {
      question,
      /** `replace` while one types: each letter is not a step to go back by. */
      change(change: Partial<Question>, how: 'push' | 'replace' = 'push'): void {
        goTo(tableAddress(writeQuestion({ ...question, ...change })), how);
      },
      clear(): void {
        goTo(tableAddress(writeQuestion({ sort: question.sort, direction: question.direction })));
      },
    };
  }, [query]);
}

export type QuestionState = ReturnType<typeof useQuestion>;
