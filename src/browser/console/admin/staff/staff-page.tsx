import { Button } from 'antd';
import { useState } from 'react';
import type { StaffLinkView } from '../../../../contract/index.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { PageFrame } from '../../shared/page-frame.js';
import { InviteDialog } from './invite-dialog.js';
import { IssuedLink } from './issued-link.js';
import { StaffEditor } from './staff-editor.js';
import { StaffList } from './staff-list.js';
import { useStaffTexts } from './texts.js';
import './staff.css';

/** People: the list, or one of them. */
export default function StaffPage({ rest: [id] }: { rest: string[] }) {
  const texts = useStaffTexts();
  const [isInviting, setIsInviting] = useState(false);
  const [issued, setIssued] = useState<{ link: StaffLinkView; name: string }>();
  const shown = issued && <IssuedLink {...issued} onClose={() => setIssued(undefined)} />;
  if (id)
    return (
      <>
        <StaffEditor key={id} id={id} onIssued={(link, name) => setIssued({ link, name })} />
        {shown}
      </>
    );
  return (
    <PageFrame
      title={texts('title')}
      intro={texts('intro')}
      actions={
        <Button type="primary" onClick={() => setIsInviting(true)}>
          {texts('invite')}
        </Button>
      }
    >
      <StaffList />
      {isInviting && (
        <InviteDialog
          onClose={() => setIsInviting(false)}
          onInvited={({ staff, link }) => {
            setIsInviting(false);
            setIssued({ link, name: staff.name });
            goTo(adminAddress('staff', staff.id));
          }}
        />
      )}
      {shown}
    </PageFrame>
  );
}
