import { useQueries, useQuery } from '@tanstack/react-query';
import { NATURES, PRIORITIES, SHOP_TIERS, SLA_STATES, TICKET_STATUSES } from '../../../contract/index.js';
import { answer, routes } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { keys, useCategories, useTeams } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { useStaff } from '../session/session.js';
import type { Option } from './pick-some.js';
import type { Several } from './question.js';
import { useTicketsTexts } from './texts.js';

const MINUTE = 60_000;

export type FilterOptions = Record<Several, Option[]>;

/** What each filter can be set to, for this reader. */
export function useFilterOptions(): FilterOptions {
  const { t, pick } = useLanguage();
  const texts = useTicketsTexts();
  const { id: me, role, teamIds } = useStaff();
  const isAdmin = role === 'admin';
  const categories = useCategories().data?.items ?? [];
  const teams = (useTeams().data?.items ?? []).filter(({ id }) => isAdmin || teamIds.includes(id));
  const colleagues = useQueries({
    queries: teams.map(({ id }) => ({
      queryKey: ['tickets', 'colleagues', id],
      queryFn: () => api.assignableStaff(id),
      staleTime: MINUTE,
    })),
  }).flatMap(({ data }) => data?.items ?? []);
  const sites =
    useQuery({
      queryKey: ['tickets', 'sites'],
      queryFn: () => answer(routes.GET('/api/sites')),
      enabled: isAdmin,
      staleTime: MINUTE,
    }).data?.items ?? [];
  const tags = (useQuery({ queryKey: [...keys.tags, ''], queryFn: () => api.tags('') }).data?.items ?? []).map(
    ({ tag }) => tag,
  );
  const names = new Map(colleagues.filter(({ id }) => id !== me).map(({ id, name }) => [id, name]));
  const listed = <Value extends string>(values: readonly Value[], name: (value: Value) => string): Option[] =>
    values.map((value) => ({ value, label: name(value) }));
  return {
    status: listed(TICKET_STATUSES, (status) => t(`status.${status}`)),
    team: teams.map(({ id, name }) => ({ value: id, label: pick(name) })),
    assignee: [
      { value: 'me', label: texts('me') },
      { value: 'none', label: texts('none') },
      ...[...names].map(([value, label]) => ({ value, label })),
    ],
    category: categories.map(({ key, name }) => ({ value: key, label: pick(name) })),
    subCategory: categories.flatMap(({ name: category, subCategories }) =>
      subCategories.map(({ key, name }) => ({ value: key, label: `${pick(category)} · ${pick(name)}` })),
    ),
    nature: listed(NATURES, (nature) => t(`nature.${nature}`)),
    priority: listed(PRIORITIES, (priority) => t(`priority.${priority}`)),
    tier: listed(SHOP_TIERS, (tier) => t(`tier.${tier}`)),
    site: sites.length > 1 ? sites.map(({ id, name }) => ({ value: id, label: name })) : [],
    sla: listed(SLA_STATES, (state) => texts(`sla.${state}`)),
    tag: tags.map((tag) => ({ value: tag, label: tag })),
    rating: listed(['5', '4', '3', '2', '1'], (score) => texts('stars', { score })),
  };
}
