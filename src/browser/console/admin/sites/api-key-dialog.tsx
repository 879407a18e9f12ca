import { Alert, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { Labelled } from '../../shared/labelled.js';
import { useMakeApiKey } from './queries.js';
import { useSiteTexts } from './texts.js';

interface ApiKeyDialogProps {
  siteId: string;
  open: boolean;
  onClose: () => void;
  onIssued: (key: string) => void;
}

/** What a new key is for; then it is made. */
export function ApiKeyDialog({ siteId, open, onClose, onIssued }: ApiKeyDialogProps) {
  const id = useId();
  const { t } = useLanguage();
  const texts = useSiteTexts();
  const making = useMakeApiKey(siteId);
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = name.trim() === '';
  const make = () => {
    setTried(true);
    if (!isMissing && !making.isPending) making.mutate({ name }, { onSuccess: ({ key }) => onIssued(key) });
  };
  return (
    <Modal
      open={open}
      title={texts('apiKeyNew')}
      okText={texts('apiKeyNew')}
      confirmLoading={making.isPending}
      onCancel={onClose}
      onOk={make}
      afterClose={() => {
        making.reset();
        setName('');
        setTried(false);
      }}
    >
      <Labelled
        id={id}
        label={texts('apiKeyName')}
        required
        hint={texts('apiKeyNameHint')}
        error={tried && isMissing ? texts('apiKeyMissing') : undefined}
      >
        <Input
          id={id}
          value={name}
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
          onPressEnter={make}
        />
      </Labelled>
      {making.error && (
        <Alert
          type="error"
          role="alert"
          showIcon
          title={problemText(t, making.error).title}
          description={problemText(t, making.error).detail}
        />
      )}
    </Modal>
  );
}
