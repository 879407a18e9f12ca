import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';

export const useKinship = (number: string) =>
  useQuery({ queryKey: keys.kinship(number), queryFn: () => api.kinship(number) });

/** After cases were joined, parted or linked: whatever shows one of them is read again. */
export function useKinChanged(): (...numbers: string[]) => void {
  const client = useQueryClient();
  return (...numbers) => {
    for (const number of numbers) void client.invalidateQueries({ queryKey: keys.ticket(number) });
    void client.invalidateQueries({ queryKey: keys.lists });
    void client.invalidateQueries({ queryKey: keys.counts });
  };
}
