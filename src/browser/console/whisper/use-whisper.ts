import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { isProblem } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { useWhisperTexts } from './texts.js';

/** A word to whoever has the case, while somebody has. */
export function useWhisper({ number, name }: { number: string; name: string }, done: () => void) {
  const { t } = useLanguage();
  const texts = useWhisperTexts();
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: string) => api.whisper(number, body),
    onSuccess: () => {
      void message.success(texts('sent', { name }));
      done();
    },
    onError: (error) => {
      void message.error(isProblem(error, 'conflict') ? texts('gone') : problemText(t, error).title);
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.ticket(number) });
      void client.invalidateQueries({ queryKey: keys.wallBoard });
    },
  });
}
