import { useMutation } from '@tanstack/react-query';
import { Alert, App, Select } from 'antd';
import { useId, useState } from 'react';
import {
  type KinshipView,
  LINK_KINDS_BY_HAND,
  type TicketListItemView,
  type TicketView,
} from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { Dialog } from '../shared/dialog.js';
import { CaseFinder } from './case-finder.js';
import { useKinChanged } from './queries.js';
import { useKinshipTexts } from './texts.js';

const KINDS = ['related', 'caused_by', 'duplicate_of', 'parent'] as const;

/** Says how the case belongs to another. */
export default function LinkDialog({ ticket, onClose }: { ticket: TicketView; onClose: () => void }) {
  const { t } = useLanguage();
  const texts = useKinshipTexts();
  const { message } = App.useApp();
  const changed = useKinChanged();
  const id = useId();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('related');
  const [other, setOther] = useState<TicketListItemView>();
  const { number } = ticket;
  const link = useMutation({
    mutationFn: (to: string): Promise<KinshipView> => {
      const byHand = LINK_KINDS_BY_HAND.find((known) => known === kind);
      return byHand ? api.link(number, byHand, to) : api.setParent(number, to);
    },
    onSuccess: (_view, to) => {
      changed(number, to);
      void message.success(texts('linkDone', { number: to }));
      onClose();
    },
  });
  return (
    <Dialog
      open
      width={520}
      title={texts('linkTitle', { number })}
      okText={texts('linkSubmit')}
      okButtonProps={{ disabled: !other }}
      confirmLoading={link.isPending}
      onOk={() => other && link.mutate(other.number)}
      onCancel={onClose}
    >
      <CaseFinder except={number} first={ticket.customerName} chosen={other} onChoose={setOther} />
      <label className="field-label" htmlFor={id}>
        {texts('linkKind')}
      </label>
      <Select
        id={id}
        style={{ width: '100%' }}
        value={kind}
        onChange={setKind}
        options={KINDS.map((value) => ({ value, label: texts(`kind.${value}`) }))}
      />
      {link.isError && (
        <Alert
          type="error"
          showIcon
          title={problemText(t, link.error).title}
          description={problemText(t, link.error).detail}
          style={{ marginTop: 8 }}
        />
      )}
    </Dialog>
  );
}
