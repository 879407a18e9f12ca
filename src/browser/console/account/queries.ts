import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Locale } from '../../../contract/index.js';
import { answer, routes } from '../api/client.js';
import { keys } from '../api/queries.js';

const ACCOUNT = ['account'] as const;
const SESSIONS = ['account', 'sessions'] as const;

export const useAccount = () => useQuery({ queryKey: ACCOUNT, queryFn: () => answer(routes.GET('/api/account')) });

export const useOwnSessions = () =>
  useQuery({ queryKey: SESSIONS, queryFn: () => answer(routes.GET('/api/account/sessions')), staleTime: 0 });

/** Whatever was done to the account: what is shown of it is read again. */
function useDeed<Input, Output>(deed: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: deed, onSettled: () => client.invalidateQueries({ queryKey: ACCOUNT }) });
}

export function useEditAccount() {
  const client = useQueryClient();
  return useDeed(async (body: { version: number; name?: string; locale?: Locale }) => {
    const account = await answer(routes.PATCH('/api/account', { body }));
    await client.invalidateQueries({ queryKey: keys.session });
    return account;
  });
}

export const useChangePassword = () =>
  useDeed((body: { current: string; password: string }) => answer(routes.PUT('/api/account/password', { body })));

export const useBeginSecondFactor = () =>
  useMutation({
    mutationFn: (password: string) => answer(routes.POST('/api/account/second-factor', { body: { password } })),
    gcTime: 0,
  });

export const useConfirmSecondFactor = () =>
  useDeed((code: string) => answer(routes.POST('/api/account/second-factor/confirmations', { body: { code } })));

export const useRemoveSecondFactor = () =>
  useDeed((password: string) => answer(routes.POST('/api/account/second-factor/removals', { body: { password } })));

export const useEndSession = () =>
  useDeed((id: string) => answer(routes.DELETE('/api/account/sessions/{id}', { params: { path: { id } } })));

export const useEndOtherSessions = () => useDeed((_: undefined) => answer(routes.DELETE('/api/account/sessions')));
