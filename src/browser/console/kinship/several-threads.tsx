import { CheckCircleFilled } from '@ant-design/icons';
import type { TicketView } from '../../../contract/index.js';
import { Composer } from '../composer/composer.js';
import { Thread } from '../thread/thread.js';
import { useKinshipTexts } from './texts.js';
import './kinship.css';

interface Props {
  ticket: TicketView;
  chosen: string | undefined;
  onChoose: (conversationId: string) => void;
}

/**
 * The threads of a merged case one after the other, each under its customer's name. Nobody is written to before somebody was
 * chosen: what is for one customer must not go to another.
 */
export function SeveralThreads({ ticket, chosen, onChoose }: Props) {
  const texts = useKinshipTexts();
  const nameOf = (customerName: string) => customerName || texts('visitor');
  const addressee = ticket.threads.find(({ conversationId }) => conversationId === chosen);
  const customers = new Set(ticket.threads.map(({ customerName }) => customerName)).size;
  return (
    <>
      <div className="threads">
        {ticket.threads.map(({ conversationId, number, customerName }) => {
          const isChosen = conversationId === chosen;
          return (
            <section key={conversationId} className={isChosen ? 'threads-one threads-chosen' : 'threads-one'}>
              <button
                type="button"
                className="threads-head"
                aria-pressed={isChosen}
                onClick={() => onChoose(conversationId)}
              >
                <strong className="ellipsis">{nameOf(customerName)}</strong>
                <span className="tabular kin-small">{number}</span>
                {isChosen && (
                  <span className="threads-mark">
                    <CheckCircleFilled aria-hidden /> {texts('writesTo', { name: nameOf(customerName) })}
                  </span>
                )}
              </button>
              <Thread conversationId={conversationId} number={ticket.number} />
            </section>
          );
        })}
      </div>
      {addressee ? (
        <Composer
          key={addressee.conversationId}
          ticket={{ ...ticket, customerName: addressee.customerName }}
          conversationId={addressee.conversationId}
          draftOf={addressee.number}
        />
      ) : (
        <fieldset className="threads-choice">
          <legend>{texts('replyTo')}</legend>
          <p>{texts('replyToNobody', { count: customers })}</p>
          <div className="threads-names">
            {ticket.threads.map(({ conversationId, number, customerName }) => (
              <button key={conversationId} type="button" onClick={() => onChoose(conversationId)}>
                {nameOf(customerName)} <span className="tabular kin-small">{number}</span>
              </button>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
