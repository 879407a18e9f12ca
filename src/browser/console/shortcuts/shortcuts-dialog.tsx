import { Modal } from 'antd';
import { useLanguage } from '../i18n/i18n.js';
import type { MessageKey } from '../i18n/zh-cn.js';
import { COMMAND_ENTER } from '../shared/command-enter.js';
import './shortcuts-dialog.css';

const SHORTCUTS: [string[], MessageKey][] = [
  [['J', 'K', '↓', '↑'], 'shortcuts.move'],
  [['Enter'], 'shortcuts.open'],
  [['X'], 'shortcuts.tick'],
  [['1', '2', '3', '4', '5'], 'shortcuts.lists'],
  [['R'], 'shortcuts.reply'],
  [['N'], 'shortcuts.note'],
  [['/'], 'shortcuts.search'],
  [['A'], 'shortcuts.handOver'],
  [['E'], 'shortcuts.resolve'],
  [['Z'], 'shortcuts.snooze'],
  [['Esc'], 'shortcuts.escape'],
  [['Enter', COMMAND_ENTER], 'shortcuts.send'],
  [['Shift Enter'], 'shortcuts.newline'],
  [['?'], 'shortcuts.help'],
];

/** All that the keyboard can do. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage();
  return (
    <Modal open title={t('shortcuts.title')} footer={null} onCancel={onClose} width={440}>
      <dl className="shortcuts">
        {SHORTCUTS.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
