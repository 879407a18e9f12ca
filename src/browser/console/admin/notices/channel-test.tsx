import { Alert, Button } from 'antd';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { useTestChannel } from './queries.js';
import { useChannelTexts } from './texts.js';

/** Sends a message now, and shows the other side's own words. */
export function ChannelTest({ id, disabled }: { id: string; disabled: boolean }) {
  const { t } = useLanguage();
  const texts = useChannelTexts();
  const testing = useTestChannel(id);
  const problem = testing.error && problemText(t, testing.error);
  return (
    <section className="sheet staff-part" aria-label={texts('test')}>
      <h3>{texts('test')}</h3>
      <p className="staff-quiet">{texts('testHint')}</p>
      <Button disabled={disabled} loading={testing.isPending} onClick={() => testing.mutate()}>
        {texts('test')}
      </Button>
      {testing.data && !testing.isPending && (
        <Alert
          className="channel-answer"
          type={testing.data.ok ? 'success' : 'error'}
          role="status"
          showIcon
          title={texts(testing.data.ok ? 'testDone' : 'testFailed')}
          description={<code>{testing.data.answer}</code>}
        />
      )}
      {problem && (
        <Alert
          className="channel-answer"
          type="error"
          role="alert"
          showIcon
          title={problem.title}
          description={problem.detail}
        />
      )}
    </section>
  );
}
