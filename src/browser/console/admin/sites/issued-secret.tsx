import { Button, Modal } from 'antd';
import { CopyButton } from '../../shared/copy-button.js';
import { useSiteTexts } from './texts.js';

/** A secret, the one time that it can be seen: closed only on purpose. */
export function IssuedSecret({
  secret,
  title = 'issuedTitle',
  detail = 'issuedDetail',
  onClose,
}: {
  secret: string | undefined;
  title?: 'issuedTitle' | 'apiKeyIssued';
  detail?: 'issuedDetail' | 'apiKeyIssuedDetail';
  onClose: () => void;
}) {
  const texts = useSiteTexts();
  return (
    <Modal
      open={secret !== undefined}
      title={texts(title)}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      destroyOnHidden
      footer={
        <Button type="primary" onClick={onClose}>
          {texts('issuedDone')}
        </Button>
      }
    >
      <p>{texts(detail)}</p>
      <div className="site-secret-value">
        <code data-testid="issued-secret">{secret}</code>
        <CopyButton text={secret ?? ''} />
      </div>
    </Modal>
  );
}
