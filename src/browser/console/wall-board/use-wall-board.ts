import { useQuery } from '@tanstack/react-query';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';

const EVERY_MILLISECONDS = 10_000;

/**
 * The board: read anew whenever the server says that it has changed, and every ten seconds in any case.
 * @param teamId of this team alone; empty: of all
 * @param held as it is, while something on it is being dragged
 */
export const useWallBoard = (teamId: string, held: boolean) =>
  useQuery({
    queryKey: [...keys.wallBoard, teamId],
    queryFn: ({ signal }) => api.wallBoard(teamId || undefined, signal),
    refetchInterval: EVERY_MILLISECONDS,
    refetchIntervalInBackground: false,
    enabled: !held,
    staleTime: 0,
  });
