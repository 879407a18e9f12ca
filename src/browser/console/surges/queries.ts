import { useQuery } from '@tanstack/react-query';
import { answer, routes } from '../api/client.js';
import { keys } from '../api/queries.js';

/** A push that was lost is made up for by this. Milliseconds. */
const LOOK_AGAIN = 60_000;

/** What is on, what is planned, what has been: of one's own teams and of all. */
export const useSurges = () =>
  useQuery({
    queryKey: keys.surges,
    queryFn: () => answer(routes.GET('/api/surges')),
    refetchInterval: LOOK_AGAIN,
  });
