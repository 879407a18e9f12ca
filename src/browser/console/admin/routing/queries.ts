import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type {
  RoutingRules,
  RoutingRulesView,
  TeamRoutingSettings,
  TeamRoutingView,
} from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';
import { useDeed } from '../staff/queries.js';

const ROUTING = ['administration', 'routing'] as const;
const ONE_HOUR = 3_600_000;
const of = (id: string) => ({ params: { path: { id } } });

export const useTeamRouting = (id: string) =>
  useQuery({
    queryKey: [...ROUTING, 'team', id],
    queryFn: (): Promise<TeamRoutingView> => answer(routes.GET('/api/teams/{id}/routing', of(id))),
    staleTime: 0,
  });

export const useSaveTeamRouting = (id: string) =>
  useDeed(
    (body: TeamRoutingSettings & { version: number }): Promise<TeamRoutingView> =>
      answer(routes.PUT('/api/teams/{id}/routing', { ...of(id), body })),
  );

export const useRules = () =>
  useQuery({
    queryKey: [...ROUTING, 'rules'],
    queryFn: (): Promise<RoutingRulesView> => answer(routes.GET('/api/routing/rules')),
    staleTime: 0,
  });

/** The newest first, and one more than `count`, if there is one. A version never changes. */
export const useRuleVersions = (newest: number, count: number) =>
  useQuery({
    queryKey: ['routing-rule-versions', newest, count],
    queryFn: () =>
      Promise.all(
        Array.from(
          { length: Math.min(count + 1, newest) },
          (_, back): Promise<RoutingRulesView> =>
            answer(
              routes.GET('/api/routing/rules/versions/{version}', { params: { path: { version: newest - back } } }),
            ),
        ),
      ),
    placeholderData: keepPreviousData,
    staleTime: ONE_HOUR,
  });

export const useSaveRules = () =>
  useDeed(
    (body: { version: number; rules: RoutingRules; note: string }): Promise<RoutingRulesView> =>
      answer(routes.PUT('/api/routing/rules', { body })),
  );
