import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DeflectionReportView } from '../../../contract/index.js';
import { answer, routes } from '../api/client.js';
import type { Chosen } from './period.js';

export const useDeflection = ({ from, to, by }: Chosen, enabled: boolean) =>
  useQuery({
    queryKey: ['bot', 'deflection', from, to, by],
    queryFn: ({ signal }): Promise<DeflectionReportView> =>
      answer(routes.GET('/api/bot/deflection', { params: { query: { from, to, by } }, signal })),
    placeholderData: keepPreviousData,
    enabled,
  });
