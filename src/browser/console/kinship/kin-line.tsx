import type { ReactNode } from 'react';
import type { KinView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { navigate } from '../routing/use-route.js';
import { useKinshipTexts } from './texts.js';

interface Props {
  kin: KinView;
  /** How it belongs to the case. */
  how?: string;
  withAssignee?: boolean;
  /** What may be done with it. */
  children?: ReactNode;
}

/** Another case, in a line that opens it. */
export function KinLine({ kin, how, withAssignee = false, children }: Props) {
  const { t } = useLanguage();
  const texts = useKinshipTexts();
  const subject = kin.subject ?? texts('hidden');
  return (
    <li className="kin">
      <button type="button" className="kin-open" onClick={() => navigate({ number: kin.number })}>
        <span className="kin-line">
          {how && <span className="kin-small">{how}</span>}
          <span className="tabular">{kin.number}</span>
          <span className={`row-status status-${kin.status}`}>{t(`status.${kin.status}`)}</span>
        </span>
        <span className="kin-line">
          <span className="ellipsis kin-subject" title={subject}>
            {subject || t('lists.noSubject')}
          </span>
          {withAssignee && <span className="kin-small">{kin.assigneeName ?? t('common.unassigned')}</span>}
        </span>
      </button>
      {children}
    </li>
  );
}
