import { App, Button, Tooltip } from 'antd';
import type { EscalationNoticeView, NoticeView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { PriorityMark } from '../lists/priority-mark.js';
import { adminAddress } from '../routing/place.js';
import { formatRoute } from '../routing/route.js';
import { Link } from '../shared/link.js';
import { noticeHeading } from './heading.js';
import { useAcknowledgeNotice, useReadNotice } from './queries.js';
import { useNoticeTexts } from './texts.js';

/** One notice: what has happened, to which ticket, and who has said that they saw it. */
export function NoticeRow({ notice, onLeave }: { notice: NoticeView; onLeave: () => void }) {
  const { formats } = useLanguage();
  const texts = useNoticeTexts();
  const reading = useReadNotice();
  const open = () => {
    if (!notice.read) reading.mutate(notice.id);
    onLeave();
  };
  return (
    <li className="notice" data-unread={!notice.read}>
      <div className="notice-head">
        <strong>{noticeHeading(texts, notice)}</strong>
        <time className="notice-quiet" dateTime={notice.createdAt} title={formats.full(notice.createdAt)}>
          {formats.short(notice.createdAt)}
        </time>
      </div>
      {notice.kind === 'article' && (
        <>
          <Link className="notice-ticket" to={adminAddress('articles', notice.articleId)} onClick={open}>
            <span className="notice-subject">{notice.title}</span>
          </Link>
          {notice.note && <p className="notice-quiet">{notice.note}</p>}
        </>
      )}
      {notice.kind !== 'presence' && notice.kind !== 'article' && (
        <Link
          className="notice-ticket"
          to={formatRoute({ number: notice.number, list: 'mine', panel: false })}
          onClick={open}
        >
          <PriorityMark priority={notice.priority} />
          <span className="tabular">{notice.number}</span>
          <span className="notice-subject">{notice.subject}</span>
        </Link>
      )}
      {notice.kind === 'escalation' && (
        <div className="notice-foot">
          <span className="notice-quiet">{texts('due', { at: formats.short(notice.dueAt) })}</span>
          <Acknowledgement notice={notice} />
        </div>
      )}
      {!notice.read && <span className="sr-only">{texts('unread')}</span>}
    </li>
  );
}

function Acknowledgement({ notice }: { notice: EscalationNoticeView }) {
  const { t, formats } = useLanguage();
  const texts = useNoticeTexts();
  const { message } = App.useApp();
  const acknowledging = useAcknowledgeNotice();
  const { acknowledgedAt, acknowledgedBy, acknowledgeBy, needsAcknowledgement } = notice;
  if (acknowledgedAt)
    return (
      <span className="notice-done">
        {texts('acknowledged', { name: acknowledgedBy ?? '', at: formats.short(acknowledgedAt) })}
      </span>
    );
  if (!needsAcknowledgement) return null;
  const acknowledge = () =>
    acknowledging.mutate(notice.id, {
      onError: (error) => void message.error(problemText(t, error).title),
    });
  return (
    <>
      <Tooltip title={texts('acknowledgeHint')}>
        <Button size="small" type="primary" loading={acknowledging.isPending} onClick={acknowledge}>
          {texts('acknowledge')}
        </Button>
      </Tooltip>
      {acknowledgeBy && (
        <span className="notice-urgent">{texts('acknowledgeBy', { at: formats.short(acknowledgeBy) })}</span>
      )}
    </>
  );
}
