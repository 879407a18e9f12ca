import { Button, Modal } from 'antd';
import { CopyButton } from '../../shared/copy-button.js';
import { useSiteTexts } from './texts.js';

/** A secret, the one time that it can be seen: closed only on purpose. */
export function IssuedSecret({ secret, onClose }: { secret: string | undefined; onClose: () => void }) {
  const texts = useSiteTexts();
  return (
    <Modal
      open={secret !== undefined}
      title={texts('issuedTitle')}
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
      <p>{texts('issuedDetail')}</p>
      <div className="site-secret-value">
        <code data-testid="issued-secret">{secret}</code>
        <CopyButton text={secret ?? ''} />
      </div>
    </Modal>
  );
}
