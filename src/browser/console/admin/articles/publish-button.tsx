import { Button } from 'antd';
import { useState } from 'react';
import { useStaff } from '../../session/session.js';
import { PublishDialog } from './publish-dialog.js';
import { ReviewButton } from './review-button.js';
import { useArticleTexts } from './texts.js';
import type { ArticleEditing } from './use-article-editing.js';

/** Makes the draft what readers see, now or later; who may not asks for a review instead. */
export function PublishButton({ editing }: { editing: ArticleEditing }) {
  const texts = useArticleTexts();
  const { role } = useStaff();
  const [isOpen, setIsOpen] = useState(false);
  if (role !== 'admin') return <ReviewButton editing={editing} />;
  const { status, changed } = editing.server;
  const isUpToDate = status === 'published' && !changed && !editing.isDirty;
  return (
    <>
      <Button type="primary" disabled={isUpToDate || editing.state === 'conflict'} onClick={() => setIsOpen(true)}>
        {texts('publish')}
      </Button>
      {isOpen && <PublishDialog editing={editing} onClose={() => setIsOpen(false)} />}
    </>
  );
}
