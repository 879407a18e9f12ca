import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CustomerSearchView, PhoneCaseView } from '../../../contract/index.js';
import { answer, routes } from '../api/client.js';
import { keys } from '../api/queries.js';
import type { bodyOf } from './draft.js';

/** Nothing is asked before two characters stand there. */
export const useCustomerSearch = (query: string) =>
  useQuery({
    queryKey: ['customer-search', query],
    queryFn: (): Promise<CustomerSearchView> => answer(routes.GET('/api/customers', { params: { query: { query } } })),
    enabled: query.length >= 2,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export function useOpenPhoneCase() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ReturnType<typeof bodyOf>): Promise<PhoneCaseView> =>
      answer(routes.POST('/api/tickets', { body })),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.lists }),
  });
}
