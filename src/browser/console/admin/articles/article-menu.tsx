import { EllipsisOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { useStaff } from '../../session/session.js';
import { articles } from './queries.js';
import { useArticleTexts } from './texts.js';
import type { ArticleEditing } from './use-article-editing.js';

/** What is done to an article now and then: taking it from readers, and its versions. */
export function ArticleMenu({ editing, onVersions }: { editing: ArticleEditing; onVersions: () => void }) {
  const { t } = useLanguage();
  const texts = useArticleTexts();
  const { message, modal } = App.useApp();
  const { role } = useStaff();
  const { id, status } = editing.server;
  const withdraw = useMutation({
    mutationFn: async (to: 'draft' | 'archived') => {
      const version = (await editing.flush()) ?? editing.server.version;
      return articles.withdraw(id, version, to);
    },
    onSuccess: (article) => {
      editing.taken(article);
      void message.success(texts('done'));
    },
    onError: (error) => void message.error(problemText(t, error).title),
  });
  const ask = (to: 'draft' | 'archived', title: string, content: string) =>
    modal.confirm({ title, content, onOk: () => withdraw.mutateAsync(to).catch(() => undefined) });
  const items: MenuProps['items'] = [{ key: 'versions', label: texts('versions'), onClick: onVersions }];
  if (role === 'admin') {
    items.push({ type: 'divider' });
    if (status === 'published')
      items.push({
        key: 'withdraw',
        label: texts('withdraw'),
        onClick: () => ask('draft', texts('withdraw'), texts('withdrawAsk')),
      });
    if (status === 'archived')
      items.push({ key: 'revive', label: texts('revive'), onClick: () => withdraw.mutate('draft') });
    else
      items.push({
        key: 'archive',
        danger: true,
        label: texts('archive'),
        onClick: () => ask('archived', texts('archive'), texts('archiveAsk')),
      });
  }
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button aria-label={texts('more')} icon={<EllipsisOutlined aria-hidden />} loading={withdraw.isPending} />
    </Dropdown>
  );
}
