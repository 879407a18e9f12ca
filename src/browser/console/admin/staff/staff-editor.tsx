import { Button } from 'antd';
import type { StaffLinkView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { PageFrame } from '../../shared/page-frame.js';
import { QueryState } from '../../shared/query-state.js';
import { useAdminTexts } from '../texts.js';
import { PersonForm } from './person-form.js';
import { ProfileForm } from './profile-form.js';
import { useProfile, useStaffRecord } from './queries.js';
import { StaffAccess } from './staff-access.js';
import { STATE_BADGES } from './state-badges.js';
import { useStaffTexts } from './texts.js';

/** One person: who they are, how much they can hold, and how they get in. */
export function StaffEditor({ id, onIssued }: { id: string; onIssued: (link: StaffLinkView, name: string) => void }) {
  const { formats } = useLanguage();
  const texts = useStaffTexts();
  const adminTexts = useAdminTexts();
  const person = useStaffRecord(id);
  const profile = useProfile(id);
  return (
    <QueryState query={person}>
      {(staff) => (
        <PageFrame
          title={staff.name}
          intro={staff.email}
          actions={<Button onClick={() => goTo(adminAddress('staff'))}>{adminTexts('back')}</Button>}
        >
          <p className="staff-facts">
            <span className={`badge ${STATE_BADGES[staff.state]}`}>{texts(`state.${staff.state}`)}</span>
            {staff.secondFactor && <span className="badge">{texts('twoStep')}</span>}
            <span className="staff-quiet">
              {staff.state === 'invited'
                ? texts('invitedOn', { at: formats.short(staff.createdAt) })
                : `${texts('lastSeen')}${formats.colon}${staff.lastSeenAt ? formats.short(staff.lastSeenAt) : texts('never')}`}
            </span>
          </p>
          <div className="staff-parts">
            <PersonForm staff={staff} />
            <QueryState query={profile}>{(found) => <ProfileForm id={id} profile={found} />}</QueryState>
            <StaffAccess staff={staff} onIssued={(link) => onIssued(link, staff.name)} />
          </div>
        </PageFrame>
      )}
    </QueryState>
  );
}
