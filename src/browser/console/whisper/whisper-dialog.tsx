import { Modal } from 'antd';
import { useWhisperTexts } from './texts.js';
import { WhisperBox } from './whisper-box.js';

/** The same from the wall board. */
export default function WhisperDialog({
  number,
  name,
  onClose,
}: {
  number: string;
  name: string;
  onClose: () => void;
}) {
  const texts = useWhisperTexts();
  return (
    <Modal open width={480} footer={null} title={texts('title', { name, number })} onCancel={onClose}>
      <WhisperBox number={number} name={name} onDone={onClose} />
    </Modal>
  );
}
