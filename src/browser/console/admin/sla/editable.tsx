import { Alert, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { useStaff } from '../../session/session.js';
import { useSlaTexts } from './texts.js';

/** Who may only look is to read it as well as others: antd would have it grey on grey. */
const READABLE = { token: { colorTextDisabled: 'var(--c-text)', colorBgContainerDisabled: 'var(--c-sunken)' } };

/** Whether this reader may change what is on the page; the others may look. */
export const useMayEdit = (): boolean => useStaff().role === 'admin';

/** Controls that only administrators can use. */
export function Editable({ children }: { children: ReactNode }) {
  const texts = useSlaTexts();
  const mayEdit = useMayEdit();
  return (
    <ConfigProvider componentDisabled={!mayEdit} theme={mayEdit ? undefined : READABLE}>
      {!mayEdit && <Alert className="sla-look-only" type="info" showIcon title={texts('lookOnly')} />}
      <fieldset className="sla-plain" disabled={!mayEdit}>
        {children}
      </fieldset>
    </ConfigProvider>
  );
}
