import { ControlOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import type { TicketView } from '../../../contract/index.js';
import { fetchedLater } from '../shared/fetched-later.js';
import { useMacroTexts } from './texts.js';

const MacroDialog = fetchedLater(() => import('./macro-dialog.js'));

/** Several things at once, from beside the reply. */
export function MacroButton({ ticket, conversationId }: { ticket: TicketView; conversationId?: string }) {
  const texts = useMacroTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        type="text"
        title={texts('buttonTitle')}
        aria-label={texts('buttonTitle')}
        icon={<ControlOutlined aria-hidden />}
        onClick={() => setIsOpen(true)}
      />
      {isOpen && (
        <Suspense>
          <MacroDialog ticket={ticket} conversationId={conversationId} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
