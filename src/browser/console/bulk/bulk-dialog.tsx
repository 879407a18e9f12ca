import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { BULK_LIMITS, type BulkDeed, unfilledVariables } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { Dialog } from '../shared/dialog.js';
import { useSettled } from '../shared/use-settled.js';
import { AnswerFields } from './answer-fields.js';
import { DeedFields } from './deed-fields.js';
import { useBulkDialogTexts } from './dialog-texts.js';
import { type Draft, deedOf, draftOf, kindOf } from './draft.js';
import { justOrdered } from './just-ordered.js';
import { PreviewLines } from './preview-lines.js';
import { bulkActions, bulkApi, bulkPreview, putAction, type Scope } from './queries.js';
import { useBulkTexts } from './texts.js';
import type { DeedName } from './words.js';
import './bulk-dialog.css';

interface Props {
  deed: DeedName;
  scope: Scope;
  /** What was tried before. */
  before?: BulkDeed;
  onOrdered?: () => void;
  onClose: () => void;
}

/** Says how many cases and whose they are, what they would read, and only then orders it. */
export default function BulkDialog({ deed: name, scope, before, onOrdered, onClose }: Props) {
  const { t } = useLanguage();
  const texts = useBulkTexts();
  const words = useBulkDialogTexts();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => draftOf(before));
  const [requestId] = useState(() => crypto.randomUUID());
  const kind = kindOf(name);
  const body = useSettled(kind === 'answer' ? draft.body.trim() : '');
  // Which cases it comes to hangs on the variables alone; the words are for the sample.
  const preview = useQuery({ ...bulkPreview(kind, body, scope), placeholderData: (last) => last });
  const deed = deedOf(name, draft);
  const order = useMutation({
    mutationFn: (whole: BulkDeed) => bulkApi.order(requestId, whole, scope),
    onSuccess: (action) => {
      justOrdered.set(action.id);
      putAction(client, action);
      void client.invalidateQueries({ queryKey: bulkActions.queryKey });
      onOrdered?.();
      onClose();
    },
  });
  const total = preview.data?.total ?? 0;
  const failure = order.error ?? preview.error;
  const submit = words('submit', { what: texts(`of.${name}`), count: total });
  return (
    <Dialog
      open
      width={560}
      title={texts(`of.${name}`)}
      okText={total > 0 ? submit : texts(`of.${name}`)}
      okButtonProps={{ disabled: !deed || total === 0 || preview.isError }}
      confirmLoading={order.isPending}
      onOk={() => deed && order.mutate(deed)}
      onCancel={onClose}
      focusable={{ focusTriggerAfterClose: !order.isSuccess }}
    >
      <PreviewLines preview={preview.data} isAsking={preview.isPending} />
      {kind === 'answer' ? (
        <AnswerFields body={draft.body} onChange={(text) => setDraft({ ...draft, body: text })} />
      ) : (
        <DeedFields name={name} draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
      )}
      {kind === 'answer' && preview.data?.sample && body !== '' && (
        <figure className="bulk-sample">
          <figcaption>
            {words('sample', {
              name: preview.data.sample.customerName || words('visitor'),
              number: preview.data.sample.number,
            })}
          </figcaption>
          <blockquote className={unfilledVariables(preview.data.sample.body).length > 0 ? 'bulk-open' : undefined}>
            {preview.data.sample.body}
          </blockquote>
        </figure>
      )}
      {failure && (
        <Alert
          type="error"
          showIcon
          title={problemText(t, failure).title}
          description={problemText(t, failure).detail}
          style={{ marginTop: 8 }}
        />
      )}
      <p className="bulk-hold">{words('hold', { seconds: BULK_LIMITS.holdSeconds })}</p>
    </Dialog>
  );
}
