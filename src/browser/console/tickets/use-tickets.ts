import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';
import { filterParameters, type Question, writeQuestion } from './question.js';
import { tableNews } from './table-news.js';

const PAGE = 50;

/** The tickets that answer a question, page by page, and how many there are. */
export function useTickets(question: Question) {
  const key = writeQuestion(question);
  const { sort, direction } = question;
  const rows = useInfiniteQuery({
    queryKey: keys.table(key),
    queryFn: ({ pageParam, signal }) => {
      if (pageParam === undefined) tableNews.clear();
      const filter = filterParameters(question, new Date());
      return api.searchTickets({ ...filter, sort, direction, cursor: pageParam, limit: PAGE }, signal);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
  const filters = useMemo(() => writeQuestion({ ...question, sort: 'updated', direction: 'desc' }), [question]);
  const count = useQuery({
    queryKey: keys.tableCount(filters),
    queryFn: ({ signal }) => api.countTickets(filterParameters(question, new Date()), signal),
  });
  return { key, filters, rows, count: count.data?.count ?? (count.isError ? null : undefined) };
}
