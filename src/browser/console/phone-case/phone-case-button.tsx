import { PhoneOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { Suspense, useState } from 'react';
import { fetchedLater } from '../shared/fetched-later.js';
import { usePhoneCaseTexts } from './texts.js';

const PhoneCaseDialog = fetchedLater(() => import('./phone-case-dialog.js'));

/** Always at hand: the phone rings wherever one is. */
export function PhoneCaseButton() {
  const texts = usePhoneCaseTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Tooltip title={texts('open')}>
        <Button
          type="text"
          icon={<PhoneOutlined aria-hidden />}
          aria-label={texts('open')}
          onClick={() => setIsOpen(true)}
        />
      </Tooltip>
      {isOpen && (
        <Suspense>
          <PhoneCaseDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
