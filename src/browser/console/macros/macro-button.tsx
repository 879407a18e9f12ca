import { ControlOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMacroTexts } from './texts.js';

export function MacroButton({ onClick }: { onClick: () => void }) {
  const texts = useMacroTexts();
  return (
    <Button
      type="text"
      title={texts('buttonTitle')}
      aria-label={texts('buttonTitle')}
      icon={<ControlOutlined aria-hidden />}
      onClick={onClick}
    />
  );
}
