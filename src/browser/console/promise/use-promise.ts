import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { TicketView } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { keys, useClocks } from '../api/queries.js';
import { usePromiseTexts } from './texts.js';

/** One of the deeds around a promise: what it says when it is done, and that the case is read again. */
function usePromiseDeed<Input>(
  number: string,
  said: 'given' | 'kept',
  deed: (input: Input) => Promise<TicketView>,
  done?: () => void,
) {
  const texts = usePromiseTexts();
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: (ticket) => {
      client.setQueryData(keys.ticket(number), ticket);
      void message.success(texts(said));
      done?.();
    },
    onError: (error) => {
      if (!isProblem(error, 'illegal_transition')) return;
      void message.info(texts('gone'));
      done?.();
    },
    onSettled: () => void client.invalidateQueries({ queryKey: keys.ticket(number) }),
  });
}

export const useGivePromise = (number: string, done: () => void) =>
  usePromiseDeed(
    number,
    'given',
    (promise: { promisedAt: string; basis: string }) => api.promise(number, promise),
    done,
  );

/** @param done also when it could not be done any more */
export const useKeepPromise = (number: string, done?: () => void) =>
  usePromiseDeed(number, 'kept', (note: string) => api.keepPromise(number, note), done);

/** Whether the customer waits for a plan or a result by a time: a date was given, or the policy asks for one. */
export function usePromiseIsOpen(ticket: TicketView): boolean {
  const clocks = useClocks(ticket.number).data?.items;
  return (
    Boolean(ticket.promisedAt) || Boolean(clocks?.some(({ kind, state }) => kind === 'promise' && state === 'running'))
  );
}
