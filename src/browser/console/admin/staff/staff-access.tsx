import { App, Button, Popconfirm } from 'antd';
import { useId } from 'react';
import type { StaffLinkView, StaffRecordView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { useStaff } from '../../session/session.js';
import { useDisable, useEnable, useEndSessions, useIssueLink, useResetFactor } from './queries.js';
import { useStaffTexts } from './texts.js';

/** Links, sessions, the second factor, and whether somebody may come in at all. What hurts asks first. */
export function StaffAccess({ staff, onIssued }: { staff: StaffRecordView; onIssued: (link: StaffLinkView) => void }) {
  const { t, formats } = useLanguage();
  const texts = useStaffTexts();
  const { message, modal } = App.useApp();
  const me = useStaff();
  const id = useId();
  const issuing = useIssueLink(staff.id);
  const ending = useEndSessions(staff.id);
  const resetting = useResetFactor(staff.id);
  const disabling = useDisable(staff.id);
  const enabling = useEnable(staff.id);
  const { name, state } = staff;

  const failed = (error: unknown) => {
    const { title, detail } = problemText(t, error);
    void modal.error({ title, content: detail });
  };
  const issue = () => issuing.mutate(undefined, { onSuccess: onIssued, onError: failed });
  const told = (text: string) => ({ onSuccess: () => void message.success(text), onError: failed });
  const disable = () =>
    modal.confirm({
      title: texts('disableTitle', { name }),
      content: texts('disableDetail'),
      okText: texts('disable'),
      okButtonProps: { danger: true },
      onOk: () => disabling.mutateAsync(undefined).then(() => void message.success(texts('disabled')), failed),
    });

  if (state === 'disabled')
    return (
      <section className="sheet staff-part" aria-labelledby={`${id}-title`}>
        <h3 id={`${id}-title`}>{texts('access')}</h3>
        <Button
          type="primary"
          loading={enabling.isPending}
          onClick={() => enabling.mutate(undefined, told(texts('enabled')))}
        >
          {texts('enable')}
        </Button>
      </section>
    );
  return (
    <section className="sheet staff-part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{texts('access')}</h3>
      {(state === 'invited' || staff.link) && (
        <p className="staff-quiet">
          {staff.link ? texts('linkWaits', { at: formats.full(staff.link.expiresAt) }) : texts('linkNone')}
        </p>
      )}
      <div className="staff-deeds">
        {state === 'invited' ? (
          <Button loading={issuing.isPending} onClick={issue}>
            {texts('reissue')}
          </Button>
        ) : (
          <Popconfirm title={texts('resetPassword')} description={texts('resetConfirm')} onConfirm={issue}>
            <Button loading={issuing.isPending}>{texts('resetPassword')}</Button>
          </Popconfirm>
        )}
        {state === 'active' && (
          <Popconfirm
            title={texts('endSessions')}
            description={<div className="staff-confirm">{texts('endSessionsConfirm', { name })}</div>}
            onConfirm={() => ending.mutate(undefined, told(texts('sessionsEnded')))}
          >
            <Button loading={ending.isPending}>{texts('endSessions')}</Button>
          </Popconfirm>
        )}
        {staff.secondFactor && (
          <Popconfirm
            title={texts('resetFactor')}
            description={<div className="staff-confirm">{texts('resetFactorConfirm', { name })}</div>}
            okButtonProps={{ danger: true }}
            onConfirm={() => resetting.mutate(undefined, told(texts('factorReset')))}
          >
            <Button danger loading={resetting.isPending}>
              {texts('resetFactor')}
            </Button>
          </Popconfirm>
        )}
        {me.id !== staff.id && (
          <Button danger loading={disabling.isPending} onClick={disable}>
            {texts('disable')}
          </Button>
        )}
      </div>
    </section>
  );
}
