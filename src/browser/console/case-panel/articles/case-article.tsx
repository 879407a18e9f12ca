import { Button } from 'antd';
import { Suspense, useState } from 'react';
import type { TicketView } from '../../../../contract/index.js';
import { useStaff } from '../../session/session.js';
import { fetchedLater } from '../../shared/fetched-later.js';
import { useCaseArticleTexts } from './case-article-texts.js';

const FromCaseDialog = fetchedLater(() => import('../../admin/help-learning/from-case-dialog.js'));
const IdeaDialog = fetchedLater(() => import('../../admin/help-learning/idea-dialog.js'));

const isSolved = ({ status }: TicketView): boolean => status === 'resolved' || status === 'closed';

/** What helped here may help others: who edits writes it down, who does not proposes it. */
export function CaseArticle({ ticket }: { ticket: TicketView }) {
  const texts = useCaseArticleTexts();
  const { role } = useStaff();
  const [isOpen, setIsOpen] = useState(false);
  const writes = role !== 'agent' && isSolved(ticket);
  const close = () => setIsOpen(false);
  return (
    <p>
      <Button size="small" title={texts(writes ? 'writeHint' : 'proposeHint')} onClick={() => setIsOpen(true)}>
        {texts(writes ? 'write' : 'propose')}
      </Button>
      {isOpen && (
        <Suspense>
          {writes ? (
            <FromCaseDialog number={ticket.number} onClose={close} />
          ) : (
            <IdeaDialog ticket={ticket} onClose={close} />
          )}
        </Suspense>
      )}
    </p>
  );
}
