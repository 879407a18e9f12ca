import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { Dialog } from '../shared/dialog.js';
import { useTicketsTexts } from './texts.js';

/** Keeps the filters of the table by a name. */
export function SaveView({ query, suggested, onClose }: { query: string; suggested: string; onClose: () => void }) {
  const { t } = useLanguage();
  const texts = useTicketsTexts();
  const { message } = App.useApp();
  const client = useQueryClient();
  const id = useId();
  const [name, setName] = useState(suggested);
  const save = useMutation({
    mutationFn: () => api.saveView({ name: name.trim(), query }),
    onSuccess: ({ name: kept }) => {
      void client.invalidateQueries({ queryKey: keys.savedViews });
      void message.success(texts('saved', { name: kept }));
      onClose();
    },
  });
  const submit = () => name.trim() && save.mutate();
  const problem = save.error ? problemText(t, save.error) : undefined;
  return (
    <Dialog
      open
      title={texts('saveTitle')}
      okText={t('common.save')}
      okButtonProps={{ disabled: !name.trim(), loading: save.isPending }}
      onOk={submit}
      onCancel={onClose}
      width={400}
    >
      {problem && <Alert type="error" role="alert" title={problem.title} description={problem.detail} />}
      <label className="field-label" htmlFor={id}>
        {texts('viewName')}
      </label>
      <Input
        id={id}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={(event) => !event.nativeEvent.isComposing && submit()}
      />
      <p className="tickets-quiet">{texts('viewNameTaken')}</p>
    </Dialog>
  );
}
