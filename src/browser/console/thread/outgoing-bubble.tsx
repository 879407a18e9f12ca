import { LockFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { ApiProblem } from '../api/client.js';
import { useChangedTexts } from '../composer/changed/texts.js';
import { isAsked, type Outgoing } from '../composer/outgoing.js';
import { useOutgoingActions } from '../composer/outgoing-queue.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { useRealtime } from '../realtime/realtime.js';
import { Attachments } from './attachments.js';
import { EntryText } from './entry-text.js';

/** What one has written and the server has not yet acknowledged. */
export function OutgoingBubble({ message }: { message: Outgoing }) {
  const { t, formats } = useLanguage();
  const { connection } = useRealtime();
  const changedTexts = useChangedTexts();
  const { retry, discard } = useOutgoingActions();
  const isNote = message.mode === 'note';
  const failed = message.state === 'failed';
  const waits = message.state === 'waiting' && connection !== 'online';
  return (
    <article className={`${isNote ? 'note' : 'entry entry-staff'} outgoing${failed ? ' outgoing-failed' : ''}`}>
      {isNote && (
        <div className="entry-head">
          <LockFilled aria-hidden /> <span className="note-badge">{t('thread.noteBadge')}</span>
        </div>
      )}
      <div className={isNote ? undefined : 'bubble'}>
        <EntryText text={message.body} />
        <Attachments items={message.attachments} />
      </div>
      <div className="outgoing-state" role={failed ? 'alert' : 'status'}>
        {isAsked(message) ? (
          changedTexts('waiting')
        ) : failed ? (
          <>
            <span>
              {t('thread.failed')}
              {message.problem && `${formats.colon}${problemText(t, new ApiProblem(message.problem)).title}`}
            </span>
            <Button size="small" onClick={() => retry(message.clientMessageId)}>
              {t('common.retry')}
            </Button>
            <Button size="small" type="text" onClick={() => discard(message.clientMessageId)}>
              {t('thread.discard')}
            </Button>
          </>
        ) : (
          t(waits ? 'thread.queued' : 'thread.sending')
        )}
      </div>
    </article>
  );
}
