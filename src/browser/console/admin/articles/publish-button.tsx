import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import type { Locale } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { useStaff } from '../../session/session.js';
import { articleKeys, articles } from './queries.js';
import { useArticleTexts } from './texts.js';
import type { ArticleEditing } from './use-article-editing.js';

const FIELD_TEXTS = { title: 'articleTitle', excerpt: 'excerpt', bodyMarkdown: 'body' } as const;

/** Makes the draft what readers see; says what is still missing. */
export function PublishButton({ editing }: { editing: ArticleEditing }) {
  const { t } = useLanguage();
  const texts = useArticleTexts();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { role } = useStaff();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [note, setNote] = useState('');
  const publish = useMutation({
    mutationFn: async () => {
      const version = await editing.flush();
      // What could not be saved says so itself, beside what was written.
      return version === undefined ? undefined : articles.publish(editing.server.id, version, note.trim());
    },
    onSuccess: (article) => {
      setIsOpen(false);
      if (!article) return;
      editing.taken(article);
      setNote('');
      void client.invalidateQueries({ queryKey: articleKeys.versions(article.id) });
      void message.success(texts('published'));
    },
  });
  if (role !== 'admin') return <span className="article-quiet">{texts('adminPublishes')}</span>;
  const { status, changed } = editing.server;
  const isUpToDate = status === 'published' && !changed && !editing.isDirty;
  const missing = isProblem(publish.error, 'invalid_input') ? (publish.error.problem.errors ?? []) : [];
  const wordOf = (path: string) => {
    const [, locale, field] = path.split('.') as [string, Locale?, (keyof typeof FIELD_TEXTS)?];
    if (!locale || !field) return texts(path === 'slug' ? 'must.slug' : 'must.words');
    return `${texts(locale === 'en' ? 'english' : 'chinese')} · ${texts(FIELD_TEXTS[field])}`;
  };
  return (
    <>
      <Button type="primary" disabled={isUpToDate || editing.state === 'conflict'} onClick={() => setIsOpen(true)}>
        {texts('publish')}
      </Button>
      <Modal
        open={isOpen}
        title={texts('publishTitle')}
        okText={texts('publish')}
        okButtonProps={{ loading: publish.isPending }}
        onOk={() => publish.mutate()}
        onCancel={() => {
          publish.reset();
          setIsOpen(false);
        }}
        width={460}
      >
        {missing.length > 0 && (
          <Alert
            type="error"
            role="alert"
            title={texts('mustFix')}
            description={
              <ul className="article-missing">
                {missing.map(({ path }) => (
                  <li key={path}>{wordOf(path)}</li>
                ))}
              </ul>
            }
          />
        )}
        {publish.isError && missing.length === 0 && (
          <Alert type="error" role="alert" title={problemText(t, publish.error).title} />
        )}
        <label className="field-label" htmlFor={id}>
          {texts('publishNote')}
        </label>
        <Input.TextArea
          id={id}
          value={note}
          maxLength={200}
          autoSize={{ minRows: 2 }}
          onChange={(event) => setNote(event.target.value)}
        />
      </Modal>
    </>
  );
}
