import { Alert, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import type { SiteSettingsView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { Labelled } from '../../shared/labelled.js';
import { useRotateSecret } from './queries.js';
import { useSiteTexts } from './texts.js';

const DAY = 24;
const OVERLAPS = [0, 1, DAY, 3 * DAY, 7 * DAY, 30 * DAY];

/** Asks how long the old secret shall go on, and makes a new one. */
export function RotateDialog({
  site,
  open,
  onClose,
  onIssued,
}: {
  site: SiteSettingsView;
  open: boolean;
  onClose: () => void;
  onIssued: (secret: string) => void;
}) {
  const { t } = useLanguage();
  const texts = useSiteTexts();
  const id = useId();
  const [overlapHours, setOverlapHours] = useState(DAY);
  const rotating = useRotateSecret(site.id);
  const wordFor = (hours: number) => {
    if (hours === 0) return texts('overlapNow');
    return hours <= DAY ? texts('overlapHours', { count: hours }) : texts('overlapDays', { count: hours / DAY });
  };
  return (
    <Modal
      open={open}
      title={texts('rotateTitle')}
      okText={texts('rotateNow')}
      confirmLoading={rotating.isPending}
      onCancel={onClose}
      onOk={() =>
        rotating.mutate({ version: site.version, overlapHours }, { onSuccess: ({ secret }) => onIssued(secret) })
      }
      afterClose={() => {
        rotating.reset();
        setOverlapHours(DAY);
      }}
    >
      <p>{texts('rotateDetail')}</p>
      <Labelled id={id} label={texts('overlap')}>
        <Select
          id={id}
          style={{ width: '100%' }}
          value={overlapHours}
          options={OVERLAPS.map((value) => ({ value, label: wordFor(value) }))}
          onChange={setOverlapHours}
        />
      </Labelled>
      {overlapHours === 0 && <Alert type="warning" showIcon title={texts('overlapNowWarning')} />}
      {rotating.error && (
        <Alert
          type="error"
          role="alert"
          showIcon
          title={problemText(t, rotating.error).title}
          description={problemText(t, rotating.error).detail}
        />
      )}
    </Modal>
  );
}
