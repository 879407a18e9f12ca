import { Button, Modal } from 'antd';
import type { StaffLinkView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { CopyButton } from '../../shared/copy-button.js';
import { useStaffTexts } from './texts.js';

/** A one-time link, the one time that it can be seen: closed only on purpose. */
export function IssuedLink({ link, name, onClose }: { link: StaffLinkView; name: string; onClose: () => void }) {
  const { formats } = useLanguage();
  const texts = useStaffTexts();
  return (
    <Modal
      open
      title={texts(link.purpose === 'password_reset' ? 'linkPassword' : 'linkInvitation')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {texts('linkDone')}
        </Button>
      }
    >
      <p>{texts('linkDetail', { name, at: formats.full(link.expiresAt) })}</p>
      <div className="staff-link">
        <code>{link.url}</code>
        <CopyButton text={link.url} />
      </div>
    </Modal>
  );
}
