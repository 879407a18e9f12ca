import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { ArticleDraftView } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { articleKeys } from './queries.js';
import type { ArticleEditing } from './use-article-editing.js';

/**
 * Something that is done to an article beside writing it. What is written is saved first; when somebody else was there in between,
 * theirs is read, and whoever pressed is asked to look and press again.
 */
export function useDeed<Input = void>(
  editing: ArticleEditing,
  deed: (version: number, input: Input) => Promise<ArticleDraftView>,
) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: Input) => {
      const version = await editing.flush();
      // What could not be saved says so itself, beside what was written.
      return version === undefined ? undefined : deed(version, input);
    },
    onSuccess: (article) => {
      if (!article) return;
      editing.taken(article);
      void client.invalidateQueries({ queryKey: articleKeys.versions(article.id) });
    },
    onError: (error) => {
      if (isProblem(error, 'conflict')) void editing.reload();
      if (isProblem(error, 'invalid_input')) return;
      const { title, detail } = problemText(t, error);
      void message.error(detail ? `${title} · ${detail}` : title);
    },
  });
}
