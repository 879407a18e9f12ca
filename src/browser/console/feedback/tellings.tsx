import { Alert, App, Button, Popconfirm } from 'antd';
import { useCallback } from 'react';
import type { FeedbackTellingView, FeedbackTopicView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { useEverySecond } from '../shared/ticker.js';
import { feedbackCalls, useFeedbackDeed } from './queries.js';
import { useFeedbackTexts } from './texts.js';
import { useMay } from './words.js';

/** The latest time that people were told, or are about to be, as long as it can be called back. */
export function Tellings({ topic }: { topic: FeedbackTopicView }) {
  const [telling] = topic.tellings;
  return telling ? <Telling key={telling.id} telling={telling} /> : null;
}

function Telling({ telling }: { telling: FeedbackTellingView }) {
  const { t, formats } = useLanguage();
  const texts = useFeedbackTexts();
  const may = useMay();
  const { message } = App.useApp();
  const { id, people, heldUntil, withdrawn, told, ways, by, at } = telling;
  const left = useCallback(
    (now: number) => String(Math.max(0, Math.ceil((Date.parse(heldUntil) - now) / 1_000))),
    [heldUntil],
  );
  const seconds = Number(useEverySecond(left));
  const withdraw = useFeedbackDeed(() => feedbackCalls.withdraw(id));
  const stop = () =>
    withdraw.mutate(undefined, { onError: (error) => void message.error(problemText(t, error).title) });
  const who = `${by} · ${formats.short(at)}`;
  if (withdrawn) return <Alert type="info" title={`${texts('withdrawn')} · ${who}`} />;
  if (seconds > 0 && told === 0)
    return (
      <Alert
        type="warning"
        showIcon
        title={<span className="tabular">{`${texts('holding', { seconds, count: people })} · ${who}`}</span>}
        action={
          may('tell') && (
            <Button size="small" danger loading={withdraw.isPending} onClick={stop}>
              {texts('withdraw')}
            </Button>
          )
        }
      />
    );
  const { thread, mail, none } = ways;
  const done = texts('tellingDone', { told: told - none, count: people, thread, mail });
  return (
    <Alert
      type={told - none < people ? 'info' : 'success'}
      showIcon
      title={`${done}${none > 0 ? texts('tellingNone', { none }) : ''} · ${who}`}
    />
  );
}

/** To all who asked for it, what stands already. */
export function TellAgain({ topic: { id, version, people, reachable = people } }: { topic: FeedbackTopicView }) {
  const { t } = useLanguage();
  const texts = useFeedbackTexts();
  const { message } = App.useApp();
  const tell = useFeedbackDeed(() => feedbackCalls.tell(id, { version, people }));
  const start = () => tell.mutate(undefined, { onError: (error) => void message.error(problemText(t, error).title) });
  const detail = (
    <div className="feedback-confirm">
      {texts('tellHint')} {reachable < people && texts('unreachable', { count: people - reachable })}
    </div>
  );
  return (
    <Popconfirm title={texts('tellConfirm', { count: people })} description={detail} onConfirm={start}>
      <Button loading={tell.isPending}>{texts('tellAgain')}</Button>
    </Popconfirm>
  );
}
