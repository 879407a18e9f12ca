import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Empty, Skeleton } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { QueryState } from '../../shared/query-state.js';
import { FieldDifferences } from './field-differences.js';
import { flatten } from './flat.js';
import { articleKeys, articles, useVersion, useVersions } from './queries.js';
import { useArticleTexts } from './texts.js';
import type { ArticleEditing } from './use-article-editing.js';

/** All that readers ever saw of an article; each can be compared with the draft and made the draft again. */
export default function VersionsDrawer({ editing, onClose }: { editing: ArticleEditing; onClose: () => void }) {
  const { t, formats } = useLanguage();
  const texts = useArticleTexts();
  const { message, modal } = App.useApp();
  const client = useQueryClient();
  const { id } = editing.server;
  const [compared, setCompared] = useState<number>();
  const query = useVersions(id);
  const restore = useMutation({
    mutationFn: async (from: number) => {
      const version = (await editing.flush()) ?? editing.server.version;
      return articles.restore(id, version, from);
    },
    onSuccess: (article, from) => {
      editing.taken(article);
      void client.invalidateQueries({ queryKey: articleKeys.versions(id) });
      void message.success(texts('restored', { version: from }));
      onClose();
    },
    onError: (error) => void message.error(problemText(t, error).title),
  });
  const ask = (version: number) =>
    modal.confirm({
      title: texts('restore'),
      content: texts('restoreAsk', { version }),
      okText: texts('restore'),
      onOk: () => restore.mutateAsync(version).catch(() => undefined),
    });
  return (
    <Drawer open title={texts('versions')} size={680} onClose={onClose}>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty description={texts('versionsNone')} image={Empty.PRESENTED_IMAGE_SIMPLE} />
          ) : (
            <ol className="article-versions">
              {items.map(({ version, at, by, note, current }) => (
                <li key={version}>
                  <div className="article-version">
                    <b>{texts('version', { version })}</b>
                    {current && <span className="badge badge-ok">{texts('current')}</span>}
                    <span className="article-quiet" title={formats.full(at)}>
                      {by} {formats.short(at)}
                    </span>
                    <Button size="small" onClick={() => setCompared(compared === version ? undefined : version)}>
                      {texts('compareWith')}
                    </Button>
                    <Button size="small" onClick={() => ask(version)}>
                      {texts('restore')}
                    </Button>
                  </div>
                  {note && <p>{note}</p>}
                  {compared === version && <Comparison editing={editing} version={version} />}
                </li>
              ))}
            </ol>
          )
        }
      </QueryState>
    </Drawer>
  );
}

function Comparison({ editing, version }: { editing: ArticleEditing; version: number }) {
  const texts = useArticleTexts();
  const { data } = useVersion(editing.server.id, version);
  if (!data) return <Skeleton active />;
  return (
    <section aria-label={texts('compareTitle', { version })}>
      <p className="article-quiet">{texts('compareHint')}</p>
      <FieldDifferences before={flatten(data)} after={editing.draft} />
    </section>
  );
}
